using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry.Search;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>The right-handed cells, other than a given conventional one, that may be the standard setting just as well.</summary>
internal static class AxisChoices
{
    private const double Tolerance = 1e-5;

    private static readonly IntegerMatrix3[] Permutations = [.. SignedPermutations()];

    // Around the hexagonal axis in steps of 60°.
    private static readonly CellImage[] Ring = [new(1, 0, 0), new(1, 1, 0), new(0, 1, 0), new(-1, 0, 0), new(-1, -1, 0), new(0, -1, 0)];

    /// <summary>Rows of whole numbers that make other cells of the conventional one, the given cell itself among them.</summary>
    /// <param name="system">The crystal system.</param>
    /// <param name="cell">A conventional cell in rows, Å: a Niggli cell if triclinic, reduced in the plane across b if monoclinic.</param>
    public static IEnumerable<IntegerMatrix3> Of(CrystalSystem system, Matrix3D cell) => system switch
    {
        CrystalSystem.Triclinic => LatticeSymmetry.Of(cell, Tolerance * Math.Cbrt(cell.Determinant)).Where(r => r.Determinant == 1).Select(Images),
        CrystalSystem.Monoclinic => Monoclinic(),
        CrystalSystem.Tetragonal => Permutations.Where(m => m.C.C != 0),
        CrystalSystem.Trigonal or CrystalSystem.Hexagonal => Hexagonal(),
        _ => Permutations,
    };

    // The columns of a rotation part are the images of the edges.
    private static IntegerMatrix3 Images(RotationPart r) => new(new(r.XX, r.YX, r.ZX), new(r.XY, r.YY, r.ZY), new(r.XZ, r.YZ, r.ZZ));

    // In a reduced plane, the shortest vectors of all kinds are sums of at most one of each edge.
    private static IEnumerable<IntegerMatrix3> Monoclinic() =>
        from a in PlaneVectors()
        from c in PlaneVectors()
        from b in (int[])[1, -1]
        let cell = new IntegerMatrix3(a, new(0, b, 0), c)
        where cell.Determinant == 1
        select cell;

    private static IEnumerable<CellImage> PlaneVectors() =>
        from x in Enumerable.Range(-1, 3)
        from z in Enumerable.Range(-1, 3)
        select new CellImage(x, 0, z);

    private static IEnumerable<IntegerMatrix3> Hexagonal() =>
        from up in (int[])[1, -1]
        from i in Enumerable.Range(0, 6)
        select new IntegerMatrix3(Ring[i], Ring[(i + 2 * up + 6) % 6], new(0, 0, up));

    private static IEnumerable<IntegerMatrix3> SignedPermutations() =>
        from a in Units()
        from b in Units()
        from c in Units()
        let cell = new IntegerMatrix3(a, b, c)
        where cell.Determinant == 1
        select cell;

    private static IEnumerable<CellImage> Units() => [new(1, 0, 0), new(-1, 0, 0), new(0, 1, 0), new(0, -1, 0), new(0, 0, 1), new(0, 0, -1)];
}
