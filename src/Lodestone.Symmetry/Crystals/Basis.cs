using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Symmetry.Crystals;

/// <summary>Symmetry operations in other bases.</summary>
internal static class Basis
{
    private const double Tolerance = 1e-9;

    /// <summary>The same numbers as doubles.</summary>
    public static Matrix3D ToMatrix(RotationPart r) => new(new(r.XX, r.XY, r.XZ), new(r.YX, r.YY, r.YZ), new(r.ZX, r.ZY, r.ZZ));

    /// <summary>An operation on columns of coordinates in another basis of the same lattice.</summary>
    /// <param name="rotation">R, which acts on columns of coordinates in the old basis.</param>
    /// <param name="rows">The new basis vectors in the old basis, as rows M: old columns are Mᵀ times new ones.</param>
    /// <returns>(Mᵀ)⁻¹·R·Mᵀ</returns>
    /// <exception cref="InvalidOperationException">The result has entries that are no whole numbers: R does not keep the lattice of the new basis.</exception>
    public static RotationPart Change(RotationPart rotation, Matrix3D rows)
    {
        Matrix3D m = rows.Transposed.Inverse() * ToMatrix(rotation) * rows.Transposed;
        return new RotationPart(Whole(m.A.X), Whole(m.A.Y), Whole(m.A.Z), Whole(m.B.X), Whole(m.B.Y), Whole(m.B.Z), Whole(m.C.X), Whole(m.C.Y), Whole(m.C.Z));
    }

    private static int Whole(double number)
    {
        double rounded = Math.Round(number);
        return Math.Abs(number - rounded) < Tolerance
            ? (int)rounded
            : throw new InvalidOperationException("The operation does not keep the lattice of the basis.");
    }
}
