using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// The edges of a batch as <see cref="GatedSumKernel"/> reads them. The memory belongs to tensors, so it lives as long as the dispose scope
/// of the step, in which the backward pass runs as well.
/// </summary>
internal sealed unsafe class GatedSumEdges
{
    private const int MostChunks = 16;

    /// <summary>Expands the distances of a batch and cuts it into chunks of whole crystals with about as many edges each.</summary>
    public GatedSumEdges(CrystalGraph graph, GaussianBasis basis)
    {
        var (first, values) = basis.Expand(graph.EdgeDistance);
        EdgeStart = (int*)GatedSum.Data(tensor(graph.EdgeStart));
        Target = (int*)GatedSum.Data(tensor(graph.EdgeTarget));
        First = (int*)GatedSum.Data(tensor(first));
        Values = (float*)GatedSum.Data(tensor(values));
        Atoms = graph.Atoms;
        Edges = graph.Edges;
        Gaussians = basis.Count;
        Support = basis.Support;
        ChunkStart = Cut(graph);
    }

    /// <summary>[atoms + 1].</summary>
    public int* EdgeStart { get; }

    /// <summary>[edges].</summary>
    public int* Target { get; }

    /// <summary>First Gaussian of each edge: [edges].</summary>
    public int* First { get; }

    /// <summary>Values of the Gaussians of each edge: [edges × <see cref="Support"/>].</summary>
    public float* Values { get; }

    /// <summary>Number of atoms.</summary>
    public int Atoms { get; }

    /// <summary>Number of edges.</summary>
    public int Edges { get; }

    /// <summary>Number of Gaussians of the basis.</summary>
    public int Gaussians { get; }

    /// <summary>Number of consecutive Gaussians of an edge.</summary>
    public int Support { get; }

    /// <summary>First atom of each chunk, and the number of atoms at the end.</summary>
    public int[] ChunkStart { get; }

    /// <summary>Number of chunks.</summary>
    public int Chunks => ChunkStart.Length - 1;

    private static int[] Cut(CrystalGraph graph)
    {
        var starts = new List<int> { 0 };
        for (int crystal = 1; crystal < graph.Crystals; crystal++)
        {
            int atom = graph.AtomStart[crystal];
            if ((long)graph.EdgeStart[atom] * MostChunks >= (long)starts.Count * graph.Edges && atom > starts[^1])
                starts.Add(atom);
        }

        starts.Add(graph.Atoms);
        return [.. starts];
    }
}
