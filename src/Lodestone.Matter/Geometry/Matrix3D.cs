namespace Lodestone.Matter.Geometry;

/// <summary>A 3 × 3 matrix of doubles given by its rows. Row vectors are multiplied from the left: <c>v * M</c>.</summary>
/// <param name="A">First row.</param>
/// <param name="B">Second row.</param>
/// <param name="C">Third row.</param>
public readonly record struct Matrix3D(Vector3D A, Vector3D B, Vector3D C)
{
    /// <summary>The unit matrix.</summary>
    public static Matrix3D Identity => new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    /// <summary>Row 0, 1 or 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not 0, 1 or 2.</exception>
    public Vector3D this[int row] => row switch
    {
        0 => A,
        1 => B,
        2 => C,
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    /// <summary>The determinant: for lattice rows, the signed volume of the cell.</summary>
    public double Determinant => Vector3D.Dot(A, Vector3D.Cross(B, C));

    /// <summary>The transposed matrix.</summary>
    public Matrix3D Transposed => new(new(A.X, B.X, C.X), new(A.Y, B.Y, C.Y), new(A.Z, B.Z, C.Z));

    /// <summary>The inverse matrix.</summary>
    /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
    public Matrix3D Inverse()
    {
        double determinant = Determinant;
        if (determinant == 0 || !double.IsFinite(determinant))
            throw new InvalidOperationException("A singular matrix has no inverse.");
        Vector3D p = Vector3D.Cross(B, C), q = Vector3D.Cross(C, A), r = Vector3D.Cross(A, B);
        double scale = 1 / determinant;
        return new Matrix3D(scale * p, scale * q, scale * r).Transposed;
    }

    /// <summary>Row vector times matrix.</summary>
    public static Vector3D operator *(Vector3D v, Matrix3D m) => v.X * m.A + v.Y * m.B + v.Z * m.C;

    /// <summary>Matrix product.</summary>
    public static Matrix3D operator *(Matrix3D a, Matrix3D b) => new(a.A * b, a.B * b, a.C * b);

    /// <summary>The rows.</summary>
    public override string ToString() => $"[{A}, {B}, {C}]";
}
