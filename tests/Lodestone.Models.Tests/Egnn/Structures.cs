using Lodestone.Data;
using Lodestone.Models.Graphs;

namespace Lodestone.Models.Tests.Egnn;

/// <summary>Structures encoded for an EGNN.</summary>
internal static class Structures
{
    public static CrystalGraph Encode(IReadOnlyList<Material> materials, int neighbours, double cutoff)
    {
        var encoder = new CrystalGraphEncoder(neighbours, cutoff) { Molecules = true, Vectors = true };
        return encoder.Join([.. materials.Select(encoder.Encode)]);
    }
}
