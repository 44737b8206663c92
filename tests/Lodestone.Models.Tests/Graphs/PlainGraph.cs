using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Graphs;

/// <summary>Graphs edge by edge, for references that write a network down as its equations stand.</summary>
internal static class PlainGraph
{
    /// <summary>An edge.</summary>
    /// <param name="Source">The atom from which it leads.</param>
    /// <param name="Target">The atom to which it leads.</param>
    /// <param name="Length">Å.</param>
    /// <param name="Vector">From the source to the image of the target, Å: [3]; null where the graph has none.</param>
    public sealed record Edge(int Source, int Target, double Length, Tensor? Vector);

    /// <summary>The edges of a graph, in order.</summary>
    public static Edge[] Edges(this CrystalGraph graph) => [.. Enumerable.Range(0, graph.Atoms).SelectMany(atom =>
        Enumerable.Range(graph.EdgeStart[atom], graph.EdgeStart[atom + 1] - graph.EdgeStart[atom]).Select(edge => new Edge(
            atom, graph.EdgeTarget[edge], graph.EdgeDistance[edge],
            graph.EdgeVector is null ? null : tensor(graph.EdgeVector[(3 * edge)..(3 * edge + 3)]))))];

    /// <summary>exp(−(x − μ)²/w²) for centers μ evenly from the first to the last, which are w apart where no width is given: [count].</summary>
    public static Tensor Gaussians(double x, double first, double last, int count, double? width = null) =>
        ((x - linspace(first, last, count)) / (width ?? (last - first) / (count - 1))).square().neg().exp();
}
