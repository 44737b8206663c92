using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Cells;

/// <summary>The cells that a supercell is made of.</summary>
internal static class LatticePoints
{
    /// <summary>
    /// One lattice point of each class that the rows of <paramref name="matrix"/> do not shift into one another, |det| of them: a
    /// triangular basis of the same superlattice names them as the points of a box.
    /// </summary>
    public static CellImage[] Of(IntegerMatrix3 matrix)
    {
        IntegerMatrix3 triangular = HermiteForm.Of([matrix.A, matrix.B, matrix.C]);
        return (
            from a in Enumerable.Range(0, triangular.A.A)
            from b in Enumerable.Range(0, triangular.B.B)
            from c in Enumerable.Range(0, triangular.C.C)
            select new CellImage(a, b, c)).ToArray();
    }
}
