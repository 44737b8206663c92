using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Neighbours;

/// <summary>The neighbours by the definition: every pair, every image that the reciprocal vectors allow, distances rounded to 1e-8 Å.</summary>
internal static class BruteForceNeighbours
{
    public static List<(int Source, int Target, CellImage Image, double Distance)> Within(Structure structure, double cutoff)
    {
        var edges = new List<(int, int, CellImage, double)>();
        for (int s = 0; s < structure.Sites.Length; s++)
            for (int t = 0; t < structure.Sites.Length; t++)
                AddImages(structure, s, t, cutoff, edges);
        return edges;
    }

    private static void AddImages(
        Structure structure, int s, int t, double cutoff, List<(int Source, int Target, CellImage Image, double Distance)> edges)
    {
        Vector3D apart = structure.Sites[t].Cartesian - structure.Sites[s].Cartesian;
        if (structure.Lattice is not { } lattice)
        {
            if (s != t && InReach(apart.Length, cutoff)) edges.Add((s, t, CellImage.Zero, apart.Length));
            return;
        }
        (int a, int b, int c) = Range(lattice, apart, cutoff);
        for (int i = -a; i <= a; i++)
            for (int j = -b; j <= b; j++)
                for (int k = -c; k <= c; k++)
                {
                    double distance = (apart + new Vector3D(i, j, k) * lattice.Vectors).Length;
                    if (InReach(distance, cutoff) && (s != t || (i, j, k) != (0, 0, 0))) edges.Add((s, t, new CellImage(i, j, k), distance));
                }
    }

    /// <summary>How many images at most have to be looked at for one pair of atoms.</summary>
    public static double Effort(Structure crystal, double cutoff)
    {
        double farthest = crystal.Sites.Max(site => site.Cartesian.Length);
        (int a, int b, int c) = Range(crystal.Lattice!, new Vector3D(2 * farthest, 0, 0), cutoff);
        return (2.0 * a + 1) * (2.0 * b + 1) * (2.0 * c + 1);
    }

    private static (int A, int B, int C) Range(Lattice lattice, Vector3D apart, double cutoff)
    {
        Matrix3D reciprocal = lattice.Vectors.Inverse().Transposed;
        return (Most(reciprocal.A), Most(reciprocal.B), Most(reciprocal.C));

        int Most(Vector3D vector) => (int)Math.Ceiling((cutoff + apart.Length) * vector.Length);
    }

    private static bool InReach(double distance, double cutoff) => Math.Round(distance * 1e8) <= Math.Round(cutoff * 1e8);
}
