using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>
/// Every image of every atom that can lie within a radius of an atom of the cell, ordered by atom, then image: the place of a point in
/// this order, its rank, breaks ties of distance.
/// </summary>
internal sealed class PointCloud
{
    /// <summary>Bits that a rank needs at most.</summary>
    public const int RankBits = 25;

    /// <summary>Points are padded with infinitely far ones to whole vectors of this length.</summary>
    public const int Padding = 4;

    private readonly WrappedAtoms _atoms;
    private readonly int[] _ownRank;
    private readonly Vector3D _reach;
    private readonly Vector3D _low;
    private readonly Vector3D _high;

    public PointCloud(WrappedAtoms atoms, double radius)
    {
        _atoms = atoms;
        _ownRank = new int[atoms.Count];
        (_low, _high) = Bounds(atoms.Fractional);
        // Two points that differ by u in a fractional coordinate are at least u times the height of the cell apart.
        if (atoms.Cell is not null)
            _reach = new Vector3D(radius / atoms.Heights.X, radius / atoms.Heights.Y, radius / atoms.Heights.Z);
        Allocate(radius);
        for (int atom = 0; atom < atoms.Count; atom++) AddImages(atom);
        for (int i = Count; i < Count + Padding; i++) X[i] = Y[i] = Z[i] = double.PositiveInfinity;
    }

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>First coordinates by rank, Å, padded.</summary>
    public double[] X { get; private set; } = [];

    /// <summary>Second coordinates by rank, Å, padded.</summary>
    public double[] Y { get; private set; } = [];

    /// <summary>Third coordinates by rank, Å, padded.</summary>
    public double[] Z { get; private set; } = [];

    /// <summary>Atoms by rank.</summary>
    public int[] Atom { get; private set; } = [];

    /// <summary>Images by rank, in the cell that was given.</summary>
    public CellImage[] Image { get; private set; } = [];

    /// <summary>The rank of an atom itself, in the cell.</summary>
    public int RankOf(int atom) => _ownRank[atom];

    private void Allocate(double radius)
    {
        double total = 0;
        for (int atom = 0; atom < _atoms.Count; atom++)
        {
            (CellImage first, CellImage last) = Range(atom);
            total += (1.0 + last.A - first.A) * (1.0 + last.B - first.B) * (1.0 + last.C - first.C);
        }
        if (total >= 1 << RankBits)
            throw new InputException(
                FormattableString.Invariant($"A search within {radius:g4} Å meets {total:g2} images of the {_atoms.Count} atoms in a cell of ")
                + FormattableString.Invariant($"{_atoms.Volume:g3} Å³, too many to count: the lattice, its unit or the cutoff is wrong."));
        int capacity = (int)total;
        X = GC.AllocateUninitializedArray<double>(capacity + Padding);
        Y = GC.AllocateUninitializedArray<double>(capacity + Padding);
        Z = GC.AllocateUninitializedArray<double>(capacity + Padding);
        Atom = GC.AllocateUninitializedArray<int>(capacity);
        Image = GC.AllocateUninitializedArray<CellImage>(capacity);
    }

    private void AddImages(int atom)
    {
        Matrix3D cell = _atoms.Cell ?? default;
        (CellImage first, CellImage last) = Range(atom);
        int start = Count;
        for (int a = first.A; a <= last.A; a++)
            for (int b = first.B; b <= last.B; b++)
            {
                Vector3D row = _atoms.Positions[atom] + (a * cell.A + b * cell.B);
                for (int c = first.C; c <= last.C; c++)
                    Add(atom, new CellImage(a, b, c), row + c * cell.C);
            }
        if (!_atoms.KeepsImages) SortByImage(start);
        CellImage own = _atoms.ImageOf(atom, CellImage.Zero);
        _ownRank[atom] = Image.AsSpan(start, Count - start).BinarySearch(own) + start;
    }

    private void Add(int atom, CellImage shift, Vector3D position)
    {
        X[Count] = position.X;
        Y[Count] = position.Y;
        Z[Count] = position.Z;
        Atom[Count] = atom;
        Image[Count] = _atoms.ImageOf(atom, shift);
        Count++;
    }

    private void SortByImage(int start)
    {
        int[] order = Enumerable.Range(start, Count - start).ToArray();
        Array.Sort(Image[start..Count], order);
        Permute(Image, start, order);
        Permute(X, start, order);
        Permute(Y, start, order);
        Permute(Z, start, order);
    }

    private static void Permute<T>(T[] values, int start, int[] order)
    {
        T[] sorted = Array.ConvertAll(order, i => values[i]);
        sorted.CopyTo(values, start);
    }

    private (CellImage First, CellImage Last) Range(int atom)
    {
        if (_atoms.Cell is null) return default;
        const double rounding = 1e-9;
        Vector3D low = _low - _reach - _atoms.Fractional[atom], high = _high + _reach - _atoms.Fractional[atom];
        return (
            new((int)Math.Ceiling(low.X - rounding), (int)Math.Ceiling(low.Y - rounding), (int)Math.Ceiling(low.Z - rounding)),
            new((int)Math.Floor(high.X + rounding), (int)Math.Floor(high.Y + rounding), (int)Math.Floor(high.Z + rounding)));
    }

    private static (Vector3D Low, Vector3D High) Bounds(ReadOnlySpan<Vector3D> points)
    {
        if (points.IsEmpty) return default;
        Vector3D low = points[0], high = points[0];
        foreach (Vector3D p in points)
        {
            low = new(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
            high = new(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
        }
        return (low, high);
    }
}
