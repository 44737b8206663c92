using System.Collections.Immutable;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>A graph in which some automorphism takes any node to any other.</summary>
public sealed class VertexTransitiveGraph
{
    private VertexTransitiveGraph(string name, int nodes, IEnumerable<(int, int)> edges, params IReadOnlyList<Permutation> automorphisms)
    {
        Name = name;
        Edges = [.. edges.Select(edge => Sorted(edge.Item1, edge.Item2)).Order()];
        Nodes = PermutationRepresentation.GeneratedBy(automorphisms);
        EdgeAction = new PermutationRepresentation(Nodes.Group, [.. Enumerable.Range(0, Nodes.Group.Order).Select(OnEdges)]);
        MaximumCut = Enumerable.Range(0, 1 << nodes).Max(side => Edges.Count(edge => (side >> edge.I & 1) != (side >> edge.J & 1)));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The edges, I &lt; J.</summary>
    public ImmutableArray<(int I, int J)> Edges { get; }

    /// <summary>Its group on the nodes.</summary>
    public PermutationRepresentation Nodes { get; }

    /// <summary>Its group on the edges.</summary>
    public PermutationRepresentation EdgeAction { get; }

    /// <summary>The most edges that a division of the nodes into two parts can cut, from all divisions.</summary>
    public int MaximumCut { get; }

    /// <summary>Cycles of 4, 5 and 8 nodes, the prism, the complete bipartite graph of 3 and 3 nodes, the cube, and the graph of Petersen.</summary>
    public static IReadOnlyList<VertexTransitiveGraph> All { get; } = [Cycle(4), Cycle(5), Cycle(8), Prism(), Bipartite(), Cube(), Petersen()];

    private static VertexTransitiveGraph Cycle(int nodes) => new(
        FormattableString.Invariant($"C{nodes}"), nodes, Enumerable.Range(0, nodes).Select(i => (i, (i + 1) % nodes)),
        Permutation.Cycle(nodes, [.. Enumerable.Range(0, nodes)]), Map(nodes, i => (nodes - i) % nodes));

    private static VertexTransitiveGraph Prism() => new(
        "prism", 6, Enumerable.Range(0, 3).SelectMany(i => new[] { (i, (i + 1) % 3), (3 + i, 3 + (i + 1) % 3), (i, 3 + i) }),
        Map(6, i => i / 3 * 3 + (i + 1) % 3), Map(6, i => (i + 3) % 6), Map(6, i => i / 3 * 3 + (3 - i % 3) % 3));

    private static VertexTransitiveGraph Bipartite() => new(
        "K3,3", 6, Enumerable.Range(0, 9).Select(i => (i / 3, 3 + i % 3)),
        Permutation.Cycle(6, 0, 1, 2), Permutation.Cycle(6, 0, 1), Map(6, i => (i + 3) % 6));

    private static VertexTransitiveGraph Cube() => new(
        "cube", 8, Enumerable.Range(0, 24).Select(i => (I: i / 3, J: i / 3 ^ 1 << i % 3)).Where(edge => edge.I < edge.J),
        Map(8, i => i ^ 1), Map(8, i => (i << 1 | i >> 2) & 7), Map(8, i => i & 4 | (i & 1) << 1 | i >> 1 & 1));

    /// <summary>Nodes are the pairs of five points, and edges join pairs without a common point.</summary>
    private static VertexTransitiveGraph Petersen()
    {
        (int I, int J)[] pairs = [.. Enumerable.Range(0, 25).Select(i => (I: i / 5, J: i % 5)).Where(pair => pair.I < pair.J)];
        Permutation Induced(Permutation points) => Map(10, i => Array.IndexOf(pairs, Sorted(points[pairs[i].I], points[pairs[i].J])));
        return new VertexTransitiveGraph(
            "Petersen", 10,
            Enumerable.Range(0, 100).Select(i => (I: i / 10, J: i % 10)).Where(edge => edge.I < edge.J
                && !new[] { pairs[edge.I].I, pairs[edge.I].J }.Intersect([pairs[edge.J].I, pairs[edge.J].J]).Any()),
            [.. PermutationRepresentation.SymmetricGenerators(5).Select(Induced)]);
    }

    private static Permutation Map(int nodes, Func<int, int> image) => new([.. Enumerable.Range(0, nodes).Select(image)]);

    private static (int I, int J) Sorted(int i, int j) => (Math.Min(i, j), Math.Max(i, j));

    private Permutation OnEdges(int element)
    {
        Permutation moved = Nodes.Permutation(element);
        return new Permutation([.. Edges.Select(edge => Edges.IndexOf(Sorted(moved[edge.I], moved[edge.J])))]);
    }
}
