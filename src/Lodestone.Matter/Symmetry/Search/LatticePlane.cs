using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The axis of a rotation and the lattice plane across it, in whole numbers of the primitive edges.</summary>
internal static class LatticePlane
{
    private const double Rounding = 1e-6;

    /// <summary>The shortest lattice vector along the axis of a rotation.</summary>
    public static CellImage Axis(RotationPart rotation)
    {
        RotationPart sum = RotationKind.PowerSum(rotation);
        return Primitive(FirstOther(new(sum.XX, sum.YX, sum.ZX), new(sum.XY, sum.YY, sum.ZY), new(sum.XZ, sum.YZ, sum.ZZ)));
    }

    /// <summary>Two shortest vectors that span the lattice plane across the axis of a rotation.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <param name="cell">The primitive cell in rows, Å.</param>
    public static (CellImage First, CellImage Second) ReducedBasis(RotationPart rotation, Matrix3D cell)
    {
        RotationPart sum = RotationKind.PowerSum(rotation);
        CellImage k = Primitive(FirstOther(new(sum.XX, sum.XY, sum.XZ), new(sum.YX, sum.YY, sum.YZ), new(sum.ZX, sum.ZY, sum.ZZ)));
        (CellImage u, CellImage v) = Kernel(k);

        // Gauss: shorten the longer one by the shorter one until that changes nothing.
        while (true)
        {
            if (Cartesian(u, cell).LengthSquared > Cartesian(v, cell).LengthSquared) (u, v) = (v, u);
            Vector3D shorter = Cartesian(u, cell);
            double ratio = Vector3D.Dot(shorter, Cartesian(v, cell)) / shorter.LengthSquared;
            int multiple = Math.Sign(ratio) * (int)Math.Ceiling(Math.Abs(ratio) - 0.5 - Rounding); // a half is left as it is
            if (multiple == 0) return (u, v);
            CellImage next = v - new CellImage(multiple * u.A, multiple * u.B, multiple * u.C);
            if (Cartesian(next, cell).LengthSquared >= Cartesian(v, cell).LengthSquared) return (u, v);
            v = next;
        }
    }

    /// <summary>The image of a vector.</summary>
    public static CellImage Image(RotationPart m, CellImage v) => new(
        m.XX * v.A + m.XY * v.B + m.XZ * v.C, m.YX * v.A + m.YY * v.B + m.YZ * v.C, m.ZX * v.A + m.ZY * v.B + m.ZZ * v.C);

    // A basis of the whole-number vectors u with k · u = 0.
    private static (CellImage First, CellImage Second) Kernel(CellImage k)
    {
        (int divisor, int x, int y) = Bezout(k.A, k.B);
        return divisor == 0
            ? (new(1, 0, 0), new(0, 1, 0))
            : (new(k.B / divisor, -k.A / divisor, 0), new(-x * k.C, -y * k.C, divisor));
    }

    // The greatest common divisor d of a and b, and x, y with x a + y b = d.
    private static (int Divisor, int X, int Y) Bezout(int a, int b)
    {
        if (b == 0) return (Math.Abs(a), Math.Sign(a), 0);
        (int divisor, int x, int y) = Bezout(b, a % b);
        return (divisor, y, x - a / b * y);
    }

    private static CellImage Primitive(CellImage v)
    {
        int divisor = Bezout(Bezout(v.A, v.B).Divisor, v.C).Divisor;
        return new(v.A / divisor, v.B / divisor, v.C / divisor);
    }

    private static CellImage FirstOther(CellImage a, CellImage b, CellImage c) => a != CellImage.Zero ? a : b != CellImage.Zero ? b : c;

    private static Vector3D Cartesian(CellImage v, Matrix3D cell) => new Vector3D(v.A, v.B, v.C) * cell;
}
