namespace Lodestone.Matter;

/// <summary>A periodic image, or a shift between two: whole numbers of the lattice vectors a, b and c.</summary>
/// <param name="A">Multiple of the lattice vector a.</param>
/// <param name="B">Multiple of the lattice vector b.</param>
/// <param name="C">Multiple of the lattice vector c.</param>
public readonly record struct CellImage(int A, int B, int C) : IComparable<CellImage>
{
    /// <summary>The cell itself.</summary>
    public static CellImage Zero => default;

    /// <summary>Order by A, then B, then C.</summary>
    public int CompareTo(CellImage other)
    {
        int order = A.CompareTo(other.A);
        if (order == 0) order = B.CompareTo(other.B);
        return order != 0 ? order : C.CompareTo(other.C);
    }

    /// <summary>Sum of two shifts.</summary>
    public static CellImage operator +(CellImage a, CellImage b) => new(a.A + b.A, a.B + b.B, a.C + b.C);

    /// <summary>Difference of two shifts.</summary>
    public static CellImage operator -(CellImage a, CellImage b) => new(a.A - b.A, a.B - b.B, a.C - b.C);

    /// <summary>True when <paramref name="a"/> comes before <paramref name="b"/>.</summary>
    public static bool operator <(CellImage a, CellImage b) => a.CompareTo(b) < 0;

    /// <summary>True when <paramref name="a"/> comes after <paramref name="b"/>.</summary>
    public static bool operator >(CellImage a, CellImage b) => a.CompareTo(b) > 0;

    /// <summary>True when <paramref name="a"/> does not come after <paramref name="b"/>.</summary>
    public static bool operator <=(CellImage a, CellImage b) => a.CompareTo(b) <= 0;

    /// <summary>True when <paramref name="a"/> does not come before <paramref name="b"/>.</summary>
    public static bool operator >=(CellImage a, CellImage b) => a.CompareTo(b) >= 0;
}
