using Lodestone.Models.Graphs;

namespace Lodestone.Models.Cartesian;

/// <summary>Crystals as graphs with vectors, their lattices, and the ways in which a learned canonicalization may turn them.</summary>
/// <param name="Graph">Atoms and edges.</param>
/// <param name="Lattice">Rows a, b, c of each lattice, Å: [crystals × 9].</param>
/// <param name="TurnStart">First turn of each crystal, and the number of turns at the end: [crystals + 1].</param>
/// <param name="Turns">Orthogonal matrices, to be multiplied to rows from the right, each crystal's first the identity: [turns × 9].</param>
public sealed record CartesianGraph(CrystalGraph Graph, float[] Lattice, int[] TurnStart, float[] Turns)
{
    /// <summary>Joins graphs into one batch, in order.</summary>
    public static CartesianGraph Join(IReadOnlyList<CartesianGraph> graphs)
    {
        var start = new List<int> { 0 };
        foreach (CartesianGraph graph in graphs)
        {
            int before = start[^1];
            start.AddRange(graph.TurnStart.Skip(1).Select(turn => before + turn));
        }
        return new CartesianGraph(
            CrystalGraph.Join([.. graphs.Select(graph => graph.Graph)]),
            [.. graphs.SelectMany(graph => graph.Lattice)],
            [.. start],
            [.. graphs.SelectMany(graph => graph.Turns)]);
    }
}
