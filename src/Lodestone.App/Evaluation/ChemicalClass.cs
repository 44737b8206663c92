using Lodestone.Data;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;
using Lodestone.Matter.Symmetry;

namespace Lodestone.App.Evaluation;

/// <summary>Kinds of magnetic compounds by which errors are listed. A material may be of several.</summary>
public static class ChemicalClass
{
    private const int FaceCentredInversion = 225, FaceCentredTetrahedral = 216, Oxygen = 8;

    /// <summary>The names, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> All { get; } = ["3d", "4f", "5f", "oxide", "Heusler", "other"];

    /// <summary>
    /// The classes of a material: 3d (V to Cu), 4f (Ce to Yb), 5f (U to Pu), oxide (with oxygen), Heusler (full, inverse, half and quaternary:
    /// three or four elements in space group 225 or 216 with three or four atoms in the primitive cell), and other if it is none of these.
    /// </summary>
    public static IReadOnlyList<string> Of(Material material)
    {
        Element[] elements = [.. material.Composition.Elements];
        string[] classes =
        [
            .. If("3d", elements.Any(MagneticElements.Is3d)), .. If("4f", elements.Any(MagneticElements.Is4f)), .. If("5f", elements.Any(MagneticElements.Is5f)),
            .. If("oxide", elements.Any(element => element.AtomicNumber == Oxygen)), .. If("Heusler", IsHeusler(material, elements.Length)),
        ];
        return classes.Length > 0 ? classes : ["other"];
    }

    private static bool IsHeusler(Material material, int elements)
    {
        if (elements is not (3 or 4) || material.Structure is not { Lattice: not null } structure || structure.Sites.Any(site => !site.IsOrdered)) return false;
        CrystalSymmetry symmetry = CrystalSymmetry.Find(structure);
        return symmetry.SpaceGroup.Number is FaceCentredInversion or FaceCentredTetrahedral && symmetry.Primitive.Sites.Length is 3 or 4;
    }

    private static string[] If(string name, bool holds) => holds ? [name] : [];
}
