using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Learning;

/// <summary>What a model was trained on, and so what it may be asked.</summary>
/// <param name="Elements">The elements of its training rows; null: all are taken.</param>
/// <param name="Structures">The kind of all structures of its training rows; null where there were both kinds or none, or it is not known.</param>
public sealed record TrainedScope(IReadOnlySet<Element>? Elements, StructureKind? Structures)
{
    /// <summary>The scope of a model that takes everything.</summary>
    public static TrainedScope Everything { get; } = new(null, null);

    /// <summary>The scope that a model file states.</summary>
    public static TrainedScope Of(ModelDescription description) =>
        new(description.Elements.IsEmpty ? null : description.Elements.Select(Element.Parse).ToHashSet(), description.Structures);

    /// <summary>The kind that all structures of some materials have; null where there are both kinds or none.</summary>
    public static StructureKind? KindOf(IEnumerable<Material> materials)
    {
        bool[] periodic = [.. materials.Where(material => material.Structure is not null).Select(material => material.Structure!.Lattice is not null).Distinct()];
        return periodic is [var all] ? (all ? StructureKind.Crystals : StructureKind.Molecules) : null;
    }

    /// <summary>One sentence where a material is out of the scope; null otherwise.</summary>
    public string? Complain(Material material)
    {
        string[] unknown = Elements is null ? [] : [.. material.Composition.Elements.Where(element => !Elements.Contains(element)).Select(element => element.Symbol)];
        if (unknown.Length > 0) return $"The model was not trained on {string.Join(", ", unknown)}; use a model that knows it.";
        return (Structures, material.Structure) switch
        {
            (StructureKind.Crystals, { Lattice: null }) => "The model was trained on crystals, and this is a molecule: it has no cell.",
            (StructureKind.Molecules, { Lattice: not null }) => "The model was trained on molecules, and this is a crystal.",
            _ => null,
        };
    }
}
