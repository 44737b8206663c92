using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>A 3 × 3 matrix of whole numbers that acts on columns: the rotation part of a symmetry operation.</summary>
/// <param name="XX">Row x, column x.</param>
/// <param name="XY">Row x, column y.</param>
/// <param name="XZ">Row x, column z.</param>
/// <param name="YX">Row y, column x.</param>
/// <param name="YY">Row y, column y.</param>
/// <param name="YZ">Row y, column z.</param>
/// <param name="ZX">Row z, column x.</param>
/// <param name="ZY">Row z, column y.</param>
/// <param name="ZZ">Row z, column z.</param>
public readonly record struct RotationPart(int XX, int XY, int XZ, int YX, int YY, int YZ, int ZX, int ZY, int ZZ)
{
    /// <summary>The unit matrix.</summary>
    public static RotationPart Identity => new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>The determinant: 1 for a rotation, −1 for one with an inversion.</summary>
    public int Determinant => XX * (YY * ZZ - YZ * ZY) - XY * (YX * ZZ - YZ * ZX) + XZ * (YX * ZY - YY * ZX);

    /// <summary>Entry of a row and a column, each 0–2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public int this[int row, int column] => (row, column) switch
    {
        (0, 0) => XX,
        (0, 1) => XY,
        (0, 2) => XZ,
        (1, 0) => YX,
        (1, 1) => YY,
        (1, 2) => YZ,
        (2, 0) => ZX,
        (2, 1) => ZY,
        (2, 2) => ZZ,
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    /// <summary>Matrix product.</summary>
    public static RotationPart operator *(RotationPart a, RotationPart b) => new(
        a.XX * b.XX + a.XY * b.YX + a.XZ * b.ZX, a.XX * b.XY + a.XY * b.YY + a.XZ * b.ZY, a.XX * b.XZ + a.XY * b.YZ + a.XZ * b.ZZ,
        a.YX * b.XX + a.YY * b.YX + a.YZ * b.ZX, a.YX * b.XY + a.YY * b.YY + a.YZ * b.ZY, a.YX * b.XZ + a.YY * b.YZ + a.YZ * b.ZZ,
        a.ZX * b.XX + a.ZY * b.YX + a.ZZ * b.ZX, a.ZX * b.XY + a.ZY * b.YY + a.ZZ * b.ZY, a.ZX * b.XZ + a.ZY * b.YZ + a.ZZ * b.ZZ);

    /// <summary>Matrix times column vector.</summary>
    public static Vector3D operator *(RotationPart m, Vector3D v) => new(
        m.XX * v.X + m.XY * v.Y + m.XZ * v.Z,
        m.YX * v.X + m.YY * v.Y + m.YZ * v.Z,
        m.ZX * v.X + m.ZY * v.Y + m.ZZ * v.Z);

    /// <summary>The opposite matrix.</summary>
    public static RotationPart operator -(RotationPart m) => new(-m.XX, -m.XY, -m.XZ, -m.YX, -m.YY, -m.YZ, -m.ZX, -m.ZY, -m.ZZ);
}
