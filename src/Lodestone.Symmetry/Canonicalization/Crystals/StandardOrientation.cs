using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>
/// The frame that a cell gives by itself: a along x, b in the plane of x and y with a positive y, c with a positive z. It makes a function of a crystal
/// in a given cell invariant under rotations; it has no ties, whatever symmetry the crystal has, and says nothing of other cells.
/// </summary>
public static class StandardOrientation
{
    /// <summary>The orthogonal matrix R by which the rows of a cell are multiplied from the right to bring it into that orientation.</summary>
    /// <param name="cell">Rows a, b, c.</param>
    /// <param name="reflections">False to turn only: a left-handed cell then keeps a negative z of c.</param>
    public static Matrix3D Of(Matrix3D cell, bool reflections)
    {
        Vector3D x = Unit(cell.A);
        Vector3D y = Unit(cell.B - Vector3D.Dot(cell.B, x) * x);
        Vector3D normal = Vector3D.Cross(x, y);
        Vector3D z = reflections && Vector3D.Dot(normal, cell.C) < 0 ? -normal : normal;
        return new Matrix3D(x, y, z).Transposed;
    }

    private static Vector3D Unit(Vector3D v) => 1 / v.Length * v;
}
