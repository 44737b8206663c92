using Lodestone.Models.Graphs;

namespace Lodestone.Models.Cartesian;

/// <summary>Every edge in every turn of its crystal, turn after turn.</summary>
/// <param name="Start">First pair of each turn, and the number of pairs at the end: [turns + 1].</param>
/// <param name="Turn">[pairs].</param>
/// <param name="Edge">[pairs].</param>
/// <param name="Source">The atom from which the edge leads: [pairs].</param>
/// <param name="Target">The atom to which it leads: [pairs].</param>
internal sealed record TurnedEdges(int[] Start, long[] Turn, long[] Edge, long[] Source, long[] Target)
{
    public static TurnedEdges Of(CartesianGraph batch)
    {
        CrystalGraph graph = batch.Graph;
        var start = new List<int> { 0 };
        List<long> turns = [], edges = [], sources = [], targets = [];
        for (int crystal = 0; crystal < graph.Crystals; crystal++)
            for (int turn = batch.TurnStart[crystal]; turn < batch.TurnStart[crystal + 1]; turn++)
            {
                for (int atom = graph.AtomStart[crystal]; atom < graph.AtomStart[crystal + 1]; atom++)
                    for (int edge = graph.EdgeStart[atom]; edge < graph.EdgeStart[atom + 1]; edge++)
                    {
                        turns.Add(turn);
                        edges.Add(edge);
                        sources.Add(atom);
                        targets.Add(graph.EdgeTarget[edge]);
                    }
                start.Add(edges.Count);
            }
        return new TurnedEdges([.. start], [.. turns], [.. edges], [.. sources], [.. targets]);
    }
}
