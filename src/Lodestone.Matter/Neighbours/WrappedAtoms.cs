using Lodestone.Matter.Cells;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>
/// Atoms brought into a cell that is not skewed: a skewed cell is Niggli-reduced first, so that few images suffice for any cutoff.
/// </summary>
internal sealed class WrappedAtoms
{
    // Edge lengths multiplied over the volume: 1 for a box, below 2 for every reduced cell, without bound for skewed ones.
    private const double Skewed = 2;

    /// <summary>Farther images could not be counted in 32 bits, and would leave too few decimals of a position.</summary>
    private const double FarthestCell = 1e7;

    private readonly IntegerMatrix3 _toGiven;
    private readonly CellImage[] _wrapped;

    public WrappedAtoms(ReadOnlySpan<Vector3D> positions, Matrix3D? cell)
    {
        foreach (Vector3D position in positions)
            if (!position.IsFinite)
                throw new ArgumentException("An atom's position is not a finite number.", nameof(positions));
        Count = positions.Length;
        Cell = cell;
        Positions = positions.ToArray();
        Fractional = new Vector3D[Count];
        _wrapped = new CellImage[Count];
        _toGiven = IntegerMatrix3.Identity;
        if (cell is not { } given) return;

        ToFractional = given.Inverse();
        if (given.A.Length * given.B.Length * given.C.Length > Skewed * Math.Abs(given.Determinant)
            && NiggliReduction.TryReduce(given, out IntegerMatrix3 transformation))
        {
            Cell = given = transformation.ToMatrix3D() * given;
            _toGiven = transformation;
        }
        Matrix3D inverse = given.Inverse();
        Matrix3D reciprocal = inverse.Transposed;
        Heights = new Vector3D(1 / reciprocal.A.Length, 1 / reciprocal.B.Length, 1 / reciprocal.C.Length);
        Volume = Math.Abs(given.Determinant);
        for (int i = 0; i < Count; i++) Wrap(i, given, inverse);
    }

    /// <summary>Number of atoms.</summary>
    public int Count { get; }

    /// <summary>The cell in which they are wrapped, rows in Å; null for a molecule.</summary>
    public Matrix3D? Cell { get; }

    /// <summary>From Cartesian coordinates to fractions of the cell that was given; unused for a molecule.</summary>
    public Matrix3D ToFractional { get; }

    /// <summary>Distances between the opposite faces of the cell, Å.</summary>
    public Vector3D Heights { get; }

    /// <summary>Volume of the cell, Å³; 0 for a molecule.</summary>
    public double Volume { get; }

    /// <summary>Cartesian positions in the cell, Å.</summary>
    public Vector3D[] Positions { get; }

    /// <summary>Fractional positions in the cell, in [0, 1]; unused for a molecule.</summary>
    public Vector3D[] Fractional { get; }

    /// <summary>True when images of this cell are images of the given one with the same numbers.</summary>
    public bool KeepsImages => _toGiven == IntegerMatrix3.Identity;

    /// <summary>The image, in the cell that was given, of an atom shifted by whole vectors of this cell.</summary>
    public CellImage ImageOf(int atom, CellImage shift) => (shift - _wrapped[atom]) * _toGiven;

    private void Wrap(int i, Matrix3D cell, Matrix3D inverse)
    {
        Vector3D fractional = Positions[i] * inverse;
        var floor = new Vector3D(Math.Floor(fractional.X), Math.Floor(fractional.Y), Math.Floor(fractional.Z));
        if (!(Math.Abs(floor.X) <= FarthestCell && Math.Abs(floor.Y) <= FarthestCell && Math.Abs(floor.Z) <= FarthestCell))
            throw new InputException($"Atom {i + 1} lies more than ten million cells away from the origin: its position or its unit is wrong.");
        _wrapped[i] = new CellImage((int)floor.X, (int)floor.Y, (int)floor.Z);
        Fractional[i] = fractional - floor;
        Positions[i] = Fractional[i] * cell;
    }
}
