namespace Lodestone.Matter.Geometry;

/// <summary>A 3 × 3 matrix of whole numbers: how the rows of one cell are made of the rows of another.</summary>
/// <remarks>With lattice rows <c>L</c>, the new cell is <c>M L</c>. A determinant of ±1 keeps the lattice, a larger one makes a supercell.</remarks>
/// <param name="A">First row.</param>
/// <param name="B">Second row.</param>
/// <param name="C">Third row.</param>
public readonly record struct IntegerMatrix3(CellImage A, CellImage B, CellImage C)
{
    /// <summary>The unit matrix.</summary>
    public static IntegerMatrix3 Identity => Diagonal(1, 1, 1);

    /// <summary>A diagonal matrix: a supercell of <paramref name="a"/> × <paramref name="b"/> × <paramref name="c"/> cells.</summary>
    public static IntegerMatrix3 Diagonal(int a, int b, int c) => new(new(a, 0, 0), new(0, b, 0), new(0, 0, c));

    /// <summary>The determinant: how many cells the new one holds, negative where it turns a right-handed cell left-handed.</summary>
    public long Determinant =>
        A.A * ((long)B.B * C.C - (long)B.C * C.B)
        - A.B * ((long)B.A * C.C - (long)B.C * C.A)
        + A.C * ((long)B.A * C.B - (long)B.B * C.A);

    /// <summary>The inverse of a matrix of determinant ±1, whose entries are whole numbers as well.</summary>
    /// <exception cref="InvalidOperationException">The determinant is another one.</exception>
    public IntegerMatrix3 UnimodularInverse()
    {
        if (Math.Abs(Determinant) != 1) throw new InvalidOperationException("Only a matrix of determinant ±1 has an inverse of whole numbers.");
        Matrix3D inverse = ToMatrix3D().Inverse();
        return new IntegerMatrix3(Round(inverse.A), Round(inverse.B), Round(inverse.C));
    }

    /// <summary>The same numbers as doubles.</summary>
    public Matrix3D ToMatrix3D() => new(ToVector(A), ToVector(B), ToVector(C));

    /// <summary>Row vector times matrix.</summary>
    public static CellImage operator *(CellImage v, IntegerMatrix3 m) => new(
        v.A * m.A.A + v.B * m.B.A + v.C * m.C.A,
        v.A * m.A.B + v.B * m.B.B + v.C * m.C.B,
        v.A * m.A.C + v.B * m.B.C + v.C * m.C.C);

    /// <summary>Matrix product.</summary>
    public static IntegerMatrix3 operator *(IntegerMatrix3 a, IntegerMatrix3 b) => new(a.A * b, a.B * b, a.C * b);

    private static CellImage Round(Vector3D row) => new((int)Math.Round(row.X), (int)Math.Round(row.Y), (int)Math.Round(row.Z));

    private static Vector3D ToVector(CellImage row) => new(row.A, row.B, row.C);
}
