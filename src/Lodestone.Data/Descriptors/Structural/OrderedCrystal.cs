using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>What descriptors of structures demand of a material.</summary>
internal static class OrderedCrystal
{
    /// <summary>The structure of a material.</summary>
    /// <param name="material">The material.</param>
    /// <param name="set">The set of descriptors, for the message.</param>
    /// <exception cref="InputException">It has no structure or no cell, or a site is disordered.</exception>
    public static Structure Of(Material material, DescriptorSet set)
    {
        Structure structure = material.Structure ?? throw new InputException($"It has no structure, which the descriptor set '{set.Name}' needs.");
        if (structure.Lattice is null) throw new InputException($"It has no unit cell, which the descriptor set '{set.Name}' needs.");
        Site? disordered = structure.Sites.FirstOrDefault(site => !site.IsOrdered);
        return disordered is null ? structure : throw new InputException(
            $"Its site {disordered.Label ?? disordered.Element.Symbol} is disordered; the descriptor set '{set.Name}' needs ordered crystals.");
    }
}
