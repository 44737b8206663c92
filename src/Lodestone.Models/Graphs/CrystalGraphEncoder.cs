using Lodestone.Data;
using Lodestone.Learning;

namespace Lodestone.Models.Graphs;

/// <summary>Turns a crystal into a graph: an edge from every atom to each of its nearest neighbours within a cutoff.</summary>
public sealed class CrystalGraphEncoder(int neighbours, double cutoff) : IEncoder<CrystalGraph>
{
    /// <inheritdoc />
    public CrystalGraph Encode(Material material) => throw new EncodingException($"{neighbours} {cutoff}");

    /// <inheritdoc />
    public CrystalGraph Join(IReadOnlyList<CrystalGraph> samples) => CrystalGraph.Join(samples);
}
