namespace Lodestone.Models.Graphs;

/// <summary>
/// Crystals (or molecules) as graphs in flat arrays: one crystal, or a batch of many in which atoms, edges and crystals are numbered through.
/// Edges are sorted by their source atom and never leave their crystal.
/// </summary>
public sealed class CrystalGraph
{
    /// <summary>First atom of each crystal, and the number of atoms at the end: [crystals + 1].</summary>
    public required int[] AtomStart { get; init; }

    /// <summary>Atomic number of each atom: [atoms].</summary>
    public required int[] AtomicNumber { get; init; }

    /// <summary>First edge of each atom, and the number of edges at the end: [atoms + 1].</summary>
    public required int[] EdgeStart { get; init; }

    /// <summary>The atom at the far end of each edge: [edges].</summary>
    public required int[] EdgeTarget { get; init; }

    /// <summary>Length of each edge, Å: [edges].</summary>
    public required float[] EdgeDistance { get; init; }

    /// <summary>From the source of each edge to the image of its target, Å: [edges × 3]; null where the network does not ask for it.</summary>
    public float[]? EdgeVector { get; init; }

    /// <summary>What is known of each crystal as a whole: [crystals × properties]; null where the network does not ask for it.</summary>
    public float[]? State { get; init; }

    /// <summary>Number of crystals.</summary>
    public int Crystals => AtomStart.Length - 1;

    /// <summary>Number of atoms.</summary>
    public int Atoms => AtomicNumber.Length;

    /// <summary>Number of edges.</summary>
    public int Edges => EdgeTarget.Length;

    /// <summary>Joins graphs into one batch, in order.</summary>
    public static CrystalGraph Join(IReadOnlyList<CrystalGraph> graphs)
    {
        int crystals = 0, atoms = 0, edges = 0;
        foreach (CrystalGraph graph in graphs)
        {
            crystals += graph.Crystals;
            atoms += graph.Atoms;
            edges += graph.Edges;
        }

        var joined = new CrystalGraph
        {
            AtomStart = new int[crystals + 1],
            AtomicNumber = new int[atoms],
            EdgeStart = new int[atoms + 1],
            EdgeTarget = new int[edges],
            EdgeDistance = new float[edges],
            EdgeVector = graphs.Any(graph => graph.EdgeVector is not null) ? new float[3 * edges] : null,
            State = graphs.Any(graph => graph.State is not null) ? [.. graphs.SelectMany(graph => graph.State!)] : null,
        };
        int crystal = 0, atom = 0, edge = 0;
        foreach (CrystalGraph graph in graphs)
        {
            for (int i = 1; i <= graph.Crystals; i++)
                joined.AtomStart[crystal + i] = atom + graph.AtomStart[i];
            for (int i = 1; i <= graph.Atoms; i++)
                joined.EdgeStart[atom + i] = edge + graph.EdgeStart[i];
            for (int i = 0; i < graph.Edges; i++)
                joined.EdgeTarget[edge + i] = atom + graph.EdgeTarget[i];
            graph.AtomicNumber.CopyTo(joined.AtomicNumber, atom);
            graph.EdgeDistance.CopyTo(joined.EdgeDistance, edge);
            graph.EdgeVector?.CopyTo(joined.EdgeVector!, 3 * edge);
            crystal += graph.Crystals;
            atom += graph.Atoms;
            edge += graph.Edges;
        }

        return joined;
    }
}
