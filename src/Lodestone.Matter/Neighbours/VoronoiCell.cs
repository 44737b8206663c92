using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>
/// The Voronoi cell of an atom at the origin: all points nearer to it than to any neighbour. It is cut out of a cube by the planes halfway to the
/// neighbours, nearest first, until no farther plane can reach it.
/// </summary>
public sealed class VoronoiCell
{
    private const double Tolerance = 1e-8; // Å
    private const int Cube = -1;
    private List<(int Neighbour, List<Vector3D> Corners)> _facets;

    private VoronoiCell(double halfEdge)
    {
        _facets = [.. Enumerable.Range(0, 6).Select(side => (Cube, CubeFacet(side / 2, side % 2 == 0 ? halfEdge : -halfEdge, halfEdge)))];
    }

    /// <summary>The solid angle of the facet towards each neighbour, sr; zero for a neighbour without a facet.</summary>
    /// <param name="neighbours">Vectors to the neighbours, Å, in the order of their lengths.</param>
    /// <param name="reach">The distance, Å, within which the neighbours were searched.</param>
    public static double[] SolidAngles(ReadOnlySpan<Vector3D> neighbours, double reach)
    {
        var cell = new VoronoiCell(reach);
        double farthest = double.PositiveInfinity;
        for (int i = 0; i < neighbours.Length && neighbours[i].Length / 2 < farthest; i++)
            if (cell.Cut(i, neighbours[i]))
                farthest = cell._facets.Max(facet => facet.Corners.Max(corner => corner.Length));

        var angles = new double[neighbours.Length];
        foreach (var (neighbour, corners) in cell._facets)
            if (neighbour != Cube)
                angles[neighbour] = SolidAngle(corners);
        return angles;
    }

    /// <summary>Cuts off what lies beyond the plane halfway to a neighbour; false where nothing does.</summary>
    private bool Cut(int neighbour, Vector3D vector)
    {
        double length = vector.Length;
        double Beyond(Vector3D point) => Vector3D.Dot(point, vector) / length - length / 2;
        if (!_facets.Any(facet => facet.Corners.Any(corner => Beyond(corner) > Tolerance))) return false;

        var kept = new List<(int, List<Vector3D>)>();
        var edge = new List<Vector3D>();
        foreach (var (other, corners) in _facets)
        {
            var inside = new List<Vector3D>();
            for (int i = 0; i < corners.Count; i++)
            {
                Vector3D from = corners[i], to = corners[(i + 1) % corners.Count];
                double a = Beyond(from), b = Beyond(to);
                if (a <= Tolerance) inside.Add(from);
                if (a <= Tolerance != b <= Tolerance) inside.Add(from + Math.Clamp(a / (a - b), 0, 1) * (to - from));
            }
            if (inside.Count < 3) continue;
            kept.Add((other, inside));
            foreach (Vector3D corner in inside)
                if (Math.Abs(Beyond(corner)) <= 2 * Tolerance && edge.All(known => (known - corner).Length > 4 * Tolerance))
                    edge.Add(corner);
        }
        if (edge.Count >= 3) kept.Add((neighbour, InOrder(edge, vector)));
        _facets = kept;
        return true;
    }

    /// <summary>The corners of a convex polygon in the order in which they go around.</summary>
    private static List<Vector3D> InOrder(List<Vector3D> corners, Vector3D normal)
    {
        Vector3D center = 1.0 / corners.Count * corners.Aggregate((a, b) => a + b);
        Vector3D x = corners[0] - center, y = Vector3D.Cross(1 / normal.Length * normal, x);
        return [.. corners.OrderBy(corner => Math.Atan2(Vector3D.Dot(corner - center, y), Vector3D.Dot(corner - center, x)))];
    }

    /// <summary>Sum over triangles: A. van Oosterom and J. Strackee, IEEE Trans. Biomed. Eng. 30, 125 (1983).</summary>
    private static double SolidAngle(List<Vector3D> corners)
    {
        double total = 0;
        Vector3D a = corners[0];
        for (int i = 1; i + 1 < corners.Count; i++)
        {
            Vector3D b = corners[i], c = corners[i + 1];
            double volume = Vector3D.Dot(a, Vector3D.Cross(b, c));
            double denominator = a.Length * b.Length * c.Length
                + Vector3D.Dot(a, b) * c.Length + Vector3D.Dot(a, c) * b.Length + Vector3D.Dot(b, c) * a.Length;
            total += 2 * Math.Atan2(Math.Abs(volume), denominator);
        }
        return total;
    }

    private static List<Vector3D> CubeFacet(int axis, double position, double half) =>
        [.. new[] { (-half, -half), (half, -half), (half, half), (-half, half) }.Select(corner => axis switch
        {
            0 => new Vector3D(position, corner.Item1, corner.Item2),
            1 => new Vector3D(corner.Item1, position, corner.Item2),
            _ => new Vector3D(corner.Item1, corner.Item2, position),
        })];
}
