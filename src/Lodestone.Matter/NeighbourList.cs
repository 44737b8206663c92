using Lodestone.Matter.Geometry;
using Lodestone.Matter.Neighbours;

namespace Lodestone.Matter;

/// <summary>
/// The neighbours of every atom as directed edges in flat arrays, exact for any shape of cell: an edge leads from an atom of the cell to an
/// atom in the same or another periodic image. An atom is never its own neighbour in the same image; it is in others.
/// </summary>
/// <remarks>
/// Edges are sorted by source, then distance. Distances that agree when rounded to 1e-8 Å are tied; among those the lower target comes first,
/// then the lower image (by A, B, C). The cutoff, rounded in the same way, belongs to the range.
/// Which of several equally far atoms of a crystal are among the k nearest is decided by their displacements in fractions of the cell, the lower
/// first: neither the order of the sites nor their orientation or origin matters, but the choice of the cell does. In a molecule the lower target
/// comes first.
/// </remarks>
public sealed class NeighbourList
{
    internal NeighbourList(int[] start, EdgeArrays edges)
    {
        Start = start;
        Source = edges.Source;
        Target = edges.Target;
        Image = edges.Image;
        Distance = edges.Distance;
        Vector = edges.Vector;
    }

    /// <summary>The largest cutoff that is served, Å.</summary>
    public const double MaximumCutoff = 1000;

    /// <summary>Number of edges.</summary>
    public int Count => Source.Length;

    /// <summary>Number of atoms, with or without neighbours.</summary>
    public int AtomCount => Start.Length - 1;

    /// <summary><c>[atoms + 1]</c>: the edges of atom i are <c>Start[i]</c> up to, not including, <c>Start[i + 1]</c>.</summary>
    public int[] Start { get; }

    /// <summary><c>[edges]</c>: the atom from which the edge leads, never decreasing.</summary>
    public int[] Source { get; }

    /// <summary><c>[edges]</c>: the atom to which the edge leads.</summary>
    public int[] Target { get; }

    /// <summary><c>[edges]</c>: the periodic image of the target, counted from its position as given (not wrapped into the cell).</summary>
    public CellImage[] Image { get; }

    /// <summary><c>[edges]</c>: length of the edge, Å.</summary>
    public double[] Distance { get; }

    /// <summary><c>[edges]</c>: from the source to the image of the target, Å.</summary>
    public Vector3D[] Vector { get; }

    /// <summary>Every neighbour within a distance.</summary>
    /// <param name="structure">A crystal or a molecule.</param>
    /// <param name="cutoff">Largest distance, Å; above 0 and at most <see cref="MaximumCutoff"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is out of range.</exception>
    /// <exception cref="ArgumentException">A position is not a finite number.</exception>
    /// <exception cref="InputException">The cell is so dense that its neighbours cannot be counted, or an atom is absurdly far away: the lattice or
    /// the unit is wrong.</exception>
    public static NeighbourList Within(Structure structure, double cutoff) =>
        Within(Positions(structure), structure.Lattice?.Vectors, cutoff);

    /// <inheritdoc cref="Within(Structure, double)"/>
    /// <param name="positions"><c>[atoms]</c>, Cartesian, Å; they need not lie in the cell.</param>
    /// <param name="cell">Lattice vectors in rows, Å, or null for a molecule.</param>
    /// <param name="cutoff">Largest distance, Å.</param>
    public static NeighbourList Within(ReadOnlySpan<Vector3D> positions, Matrix3D? cell, double cutoff)
    {
        CheckCutoff(cutoff);
        var atoms = new WrappedAtoms(positions, cell);
        return new NeighbourSearch(atoms, cutoff).FindAll();
    }

    /// <summary>The k nearest neighbours of every atom, fewer where there are not so many within the cutoff.</summary>
    /// <param name="structure">A crystal or a molecule.</param>
    /// <param name="k">How many neighbours an atom, at least 1.</param>
    /// <param name="cutoff">Largest distance, Å; above 0 and at most <see cref="MaximumCutoff"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff or k is out of range.</exception>
    /// <exception cref="ArgumentException">A position is not a finite number.</exception>
    /// <exception cref="InputException">The cell is so dense that its neighbours cannot be counted, or an atom is absurdly far away: the lattice or
    /// the unit is wrong.</exception>
    public static NeighbourList Nearest(Structure structure, int k, double cutoff) =>
        Nearest(Positions(structure), structure.Lattice?.Vectors, k, cutoff);

    /// <inheritdoc cref="Nearest(Structure, int, double)"/>
    /// <param name="positions"><c>[atoms]</c>, Cartesian, Å; they need not lie in the cell.</param>
    /// <param name="cell">Lattice vectors in rows, Å, or null for a molecule.</param>
    /// <param name="k">How many neighbours an atom, at least 1.</param>
    /// <param name="cutoff">Largest distance, Å.</param>
    public static NeighbourList Nearest(ReadOnlySpan<Vector3D> positions, Matrix3D? cell, int k, double cutoff)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        CheckCutoff(cutoff);
        return NearestSearch.Find(new WrappedAtoms(positions, cell), k, cutoff);
    }

    private static void CheckCutoff(double cutoff)
    {
        if (!(cutoff > 0 && cutoff <= MaximumCutoff))
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, $"A cutoff must be above 0 Å and at most {MaximumCutoff} Å.");
    }

    private static Vector3D[] Positions(Structure structure)
    {
        var positions = new Vector3D[structure.Sites.Length];
        for (int i = 0; i < positions.Length; i++) positions[i] = structure.Sites[i].Cartesian;
        return positions;
    }
}
