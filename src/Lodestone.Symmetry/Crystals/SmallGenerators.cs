using Lodestone.Matter.Symmetry;

namespace Lodestone.Symmetry.Crystals;

/// <summary>A few operations that generate many.</summary>
internal static class SmallGenerators
{
    /// <summary>Goes through the operations and keeps those that the ones kept before do not generate.</summary>
    /// <param name="rotations">All operations of a point group.</param>
    /// <returns>Generators; the identity where the group has no other element.</returns>
    public static IReadOnlyList<RotationPart> Of(IReadOnlyList<RotationPart> rotations)
    {
        var generators = new List<RotationPart>();
        var known = new HashSet<RotationPart> { RotationPart.Identity };
        foreach (RotationPart rotation in rotations)
        {
            if (known.Contains(rotation)) continue;
            generators.Add(rotation);
            known.UnionWith(FiniteGroup.Generate(generators, RotationPart.Identity, (a, b) => a * b).Elements);
        }
        return generators.Count > 0 ? generators : [RotationPart.Identity];
    }
}
