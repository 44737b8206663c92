using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Graphs;

/// <summary>What networks demand of a material: a structure with one element a site.</summary>
internal static class OrderedStructure
{
    /// <summary>The structure of a material.</summary>
    /// <param name="material">The material.</param>
    /// <param name="molecules">Whether molecules are taken as well as crystals.</param>
    /// <exception cref="EncodingException">The material has no structure, is an unwanted molecule, or has a disordered site.</exception>
    public static Structure Of(Material material, bool molecules = false)
    {
        Structure structure = material.Structure
            ?? throw new EncodingException("It has no structure, and this model reads structures; give a CIF or use a model for formulas.");
        if (structure.Lattice is null && !molecules)
            throw new EncodingException("It has no lattice, and this model reads crystals; give the unit cell.");
        for (int i = 0; i < structure.Sites.Length; i++)
        {
            Site site = structure.Sites[i];
            if (!site.IsOrdered)
                throw new EncodingException($"Site {site.Label ?? (i + 1).ToString()} is disordered ({Describe(site)}), and this model reads ordered crystals; give an ordered approximant.");
        }
        return structure;
    }

    /// <summary>The atomic number of each site: [sites].</summary>
    public static int[] AtomicNumbers(Structure structure) => [.. structure.Sites.Select(site => site.Element.AtomicNumber)];

    private static string Describe(Site site) =>
        string.Join(", ", site.Species.Select(species => FormattableString.Invariant($"{species.Element} {species.Occupancy:0.###}")));
}
