using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Finds points of a cell (or of a molecule) that are very near to one another, in time linear in their number.</summary>
internal sealed class OverlapFinder
{
    private const int FewPoints = 64;
    private const int MaxBins = 1 << 20;

    private readonly Lattice? _lattice;
    private readonly double _cutoff;
    private readonly Vector3D[] _points;
    private readonly Dictionary<(int, int, int), List<int>>? _bins;
    private readonly (int X, int Y, int Z) _counts;

    /// <summary>Prepares the search.</summary>
    /// <param name="lattice">The cell, or null: then the points are Cartesian.</param>
    /// <param name="points">Fractional coordinates (Cartesian without a cell), any image.</param>
    /// <param name="cutoff">Å; below half of the cell's smallest height.</param>
    public OverlapFinder(Lattice? lattice, Vector3D[] points, double cutoff)
    {
        (_lattice, _points, _cutoff) = (lattice, points, cutoff);
        if (points.Length <= FewPoints) return;
        _counts = lattice is null ? (1, 1, 1) : (Bins(lattice, 0), Bins(lattice, 1), Bins(lattice, 2));
        _bins = [];
        for (int i = 0; i < points.Length; i++)
        {
            (int, int, int) key = Bin(points[i], 0, 0, 0);
            if (!_bins.TryGetValue(key, out List<int>? bin)) _bins[key] = bin = [];
            bin.Add(i);
        }
    }

    /// <summary>Calls back with every pair (i, j), i &lt; j, nearer than the cutoff, and its distance in Å.</summary>
    public void ForEachPair(Action<int, int, double> found)
    {
        var seen = new HashSet<(int, int, int)>();
        for (int i = 0; i < _points.Length; i++)
        {
            if (_bins is null)
            {
                for (int j = i + 1; j < _points.Length; j++) Test(i, j, found);
                continue;
            }
            seen.Clear();
            for (int x = -1; x <= 1; x++)
                for (int y = -1; y <= 1; y++)
                    for (int z = -1; z <= 1; z++)
                    {
                        (int, int, int) key = Bin(_points[i], x, y, z);
                        if (!seen.Add(key) || !_bins.TryGetValue(key, out List<int>? bin)) continue;
                        foreach (int j in bin)
                            if (j > i) Test(i, j, found);
                    }
        }
    }

    private void Test(int i, int j, Action<int, int, double> found)
    {
        Vector3D difference = _points[j] - _points[i];
        if (_lattice is not null) difference = _lattice.ToCartesian(SiteOrbit.Nearest(difference));
        double squared = difference.LengthSquared;
        if (squared < _cutoff * _cutoff) found(i, j, Math.Sqrt(squared));
    }

    // Bins no thinner than the cutoff, measured along the heights of the cell.
    private int Bins(Lattice lattice, int axis)
    {
        Matrix3D rows = lattice.Vectors;
        double height = lattice.Volume / Vector3D.Cross(rows[(axis + 1) % 3], rows[(axis + 2) % 3]).Length;
        return (int)Math.Clamp(Math.Floor(height / _cutoff), 1, MaxBins);
    }

    private (int X, int Y, int Z) Bin(Vector3D point, int x, int y, int z) => _lattice is null
        ? ((int)Math.Floor(point.X / _cutoff) + x, (int)Math.Floor(point.Y / _cutoff) + y, (int)Math.Floor(point.Z / _cutoff) + z)
        : (Cyclic(point.X, x, _counts.X), Cyclic(point.Y, y, _counts.Y), Cyclic(point.Z, z, _counts.Z));

    private static int Cyclic(double fractional, int step, int count)
    {
        int bin = Math.Min(count - 1, (int)((fractional - Math.Floor(fractional)) * count)) + step;
        return (bin + count) % count;
    }
}
