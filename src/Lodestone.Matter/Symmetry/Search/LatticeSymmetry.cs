using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The rotations and rotoinversions that map a lattice onto itself.</summary>
internal static class LatticeSymmetry
{
    /// <summary>The symmetries of a lattice, the identity among them.</summary>
    /// <param name="cell">A reduced cell in rows, Å: the images of its edges are sums of at most one of each, forwards or backwards.</param>
    /// <param name="tolerance">How far, in Å, the images may be from the edges in length and, through the angles, in position.</param>
    public static List<RotationPart> Of(Matrix3D cell, double tolerance)
    {
        List<CellImage>[] images = [.. Enumerable.Range(0, 3).Select(edge => Images(cell, cell[edge].Length, tolerance))];
        var found = new List<RotationPart>();
        foreach (CellImage a in images[0])
            foreach (CellImage b in images[1])
            {
                if (!SameAngle(cell, a, b, 0, 1, tolerance)) continue;
                foreach (CellImage c in images[2])
                {
                    if (!SameAngle(cell, a, c, 0, 2, tolerance) || !SameAngle(cell, b, c, 1, 2, tolerance)) continue;
                    var rotation = new RotationPart(a.A, b.A, c.A, a.B, b.B, c.B, a.C, b.C, c.C);
                    if (Math.Abs(rotation.Determinant) == 1) found.Add(rotation);
                }
            }
        return found;
    }

    private static List<CellImage> Images(Matrix3D cell, double length, double tolerance)
    {
        var images = new List<CellImage>();
        for (int a = -1; a <= 1; a++)
            for (int b = -1; b <= 1; b++)
                for (int c = -1; c <= 1; c++)
                    if (Math.Abs((new Vector3D(a, b, c) * cell).Length - length) <= tolerance) images.Add(new CellImage(a, b, c));
        return images;
    }

    private static bool SameAngle(Matrix3D cell, CellImage first, CellImage second, int edge, int otherEdge, double tolerance)
    {
        Vector3D u = new Vector3D(first.A, first.B, first.C) * cell, v = new Vector3D(second.A, second.B, second.C) * cell;
        double turn = Angle(u, v) - Angle(cell[edge], cell[otherEdge]);
        return Math.Abs(Math.Sin(turn / 2)) * (u.Length + v.Length) <= tolerance;
    }

    private static double Angle(Vector3D u, Vector3D v) => Math.Atan2(Vector3D.Cross(u, v).Length, Vector3D.Dot(u, v));
}
