using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>
/// The bases of a lattice in which it looks the same: those of the Niggli cell and of its symmetries, 2 for a triclinic lattice and 48 for a cubic
/// one. In each the crystal is turned so that a points along x, b lies in the plane of x and y with a positive y, and c has a positive z; so the
/// canonical lattice depends on lengths and angles only.
/// </summary>
internal static class LatticeFrames
{
    private const double RelativeTolerance = 1e-5;

    private static readonly CellImage[] SmallRows =
    [
        .. from a in Enumerable.Range(-1, 3)
           from b in Enumerable.Range(-1, 3)
           from c in Enumerable.Range(-1, 3)
           where (a, b, c) != (0, 0, 0)
           select new CellImage(a, b, c),
    ];

    /// <summary>The bases, as motions without a shift from the given crystal to the canonical one.</summary>
    /// <param name="lattice">The lattice of a primitive cell.</param>
    public static IReadOnlyList<CrystalMotion> Of(Lattice lattice)
    {
        var (reduced, toReduced) = lattice.NiggliReduced();
        return [.. Symmetries(reduced.Vectors).Select(symmetry =>
            new CrystalMotion(symmetry * toReduced, StandardOrientation.Of(symmetry.ToMatrix3D() * reduced.Vectors, reflections: true), Vector3D.Zero))];
    }

    /// <summary>All bases with the lengths and angles of a reduced one; their entries are −1, 0 and 1.</summary>
    private static IEnumerable<IntegerMatrix3> Symmetries(Matrix3D cell)
    {
        double tolerance = RelativeTolerance * Math.Pow(Math.Abs(cell.Determinant), 2.0 / 3);
        Vector3D[] vectors = [.. SmallRows.Select(row => new Vector3D(row.A, row.B, row.C) * cell)];
        int[] Alike(Vector3D edge) => [.. Enumerable.Range(0, vectors.Length).Where(i => Same(vectors[i].LengthSquared, edge.LengthSquared))];
        bool Same(double x, double y) => Math.Abs(x - y) <= tolerance;
        bool SameAngle(int i, int j, Vector3D u, Vector3D v) => Same(Vector3D.Dot(vectors[i], vectors[j]), Vector3D.Dot(u, v));
        return from a in Alike(cell.A)
               from b in Alike(cell.B)
               where SameAngle(a, b, cell.A, cell.B)
               from c in Alike(cell.C)
               where SameAngle(a, c, cell.A, cell.C) && SameAngle(b, c, cell.B, cell.C)
               let basis = new IntegerMatrix3(SmallRows[a], SmallRows[b], SmallRows[c])
               where Math.Abs(basis.Determinant) == 1
               select basis;
    }
}
