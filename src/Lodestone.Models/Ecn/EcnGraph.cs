using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>
/// Crystals for an <see cref="EcnNetwork"/>: one, or a batch of many in which atoms are numbered through. The atoms of one primitive cell stand for
/// all copies of them in the supercell, whose features are equal.
/// </summary>
public sealed class EcnGraph
{
    /// <summary>First atom of each crystal, and the number of atoms at the end: [crystals + 1].</summary>
    public required int[] AtomStart { get; init; }

    /// <summary>Atomic number of each atom: [atoms].</summary>
    public required int[] AtomicNumber { get; init; }

    /// <summary>The atom of each site of the crystals as they were given, in any cell: [sites].</summary>
    public required int[] AtomOfSite { get; init; }

    /// <summary>Edges between bonded atoms.</summary>
    public required EcnEdges Bonds { get; init; }

    /// <summary>Edges from the seven other copies of each atom in the supercell.</summary>
    public required EcnEdges Copies { get; init; }

    /// <summary>Number of crystals.</summary>
    public int Crystals => AtomStart.Length - 1;

    /// <summary>Number of atoms.</summary>
    public int Atoms => AtomicNumber.Length;

    /// <summary>The mean of numbers of atoms over each crystal: [atoms, …] → [crystals, …].</summary>
    internal Tensor Mean(Tensor atoms)
    {
        var crystal = new long[Atoms];
        var share = new float[Atoms];
        for (int i = 0; i < Crystals; i++)
        {
            int from = AtomStart[i], to = AtomStart[i + 1];
            crystal.AsSpan(from..to).Fill(i);
            share.AsSpan(from..to).Fill(1f / (to - from));
        }
        return zeros(Crystals, atoms.shape[1]).index_add_(0, tensor(crystal), atoms * tensor(share).unsqueeze(1), 1);
    }

    /// <summary>Joins graphs into one batch, in order.</summary>
    public static EcnGraph Join(IReadOnlyList<EcnGraph> graphs)
    {
        var start = new List<int> { 0 };
        foreach (EcnGraph graph in graphs)
        {
            int offset = start[^1];
            start.AddRange(graph.AtomStart.Skip(1).Select(atom => atom + offset));
        }
        int[] atoms = [.. graphs.Select(graph => graph.Atoms)];
        int[] firstAtom = EcnEdges.Starts(atoms);
        return new EcnGraph
        {
            AtomStart = [.. start],
            AtomicNumber = [.. graphs.SelectMany(graph => graph.AtomicNumber)],
            AtomOfSite = [.. graphs.SelectMany((graph, i) => graph.AtomOfSite.Select(atom => atom + firstAtom[i]))],
            Bonds = EcnEdges.Join([.. graphs.Select(graph => graph.Bonds)], atoms),
            Copies = EcnEdges.Join([.. graphs.Select(graph => graph.Copies)], atoms),
        };
    }
}
