using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>
/// The points of a cloud sorted into cubic bins at least as wide as the search radius, bins along x behind one another: what is near a
/// position lies in at most nine runs of points. A small cloud is one bin.
/// </summary>
internal sealed class PointGrid
{
    private const int SmallCloud = 1500;
    private const int BinsPerPoint = 4;

    private readonly Vector3D _origin;
    private readonly double _width;
    private readonly int[] _binStart;

    public PointGrid(PointCloud cloud, double radius)
    {
        if (cloud.Count <= SmallCloud)
        {
            _width = double.PositiveInfinity;
            (CountX, CountY, CountZ) = (1, 1, 1);
            _binStart = [0, cloud.Count];
            (X, Y, Z) = (cloud.X, cloud.Y, cloud.Z);
            Rank = Enumerable.Range(0, cloud.Count).ToArray();
            return;
        }
        (_origin, Vector3D size) = BoundingBox(cloud);
        _width = radius;
        while (Bins(size.X) * Bins(size.Y) * Bins(size.Z) > BinsPerPoint * (double)cloud.Count) _width *= 1.5;
        (CountX, CountY, CountZ) = ((int)Bins(size.X), (int)Bins(size.Y), (int)Bins(size.Z));
        _binStart = new int[CountX * CountY * CountZ + 1];
        X = new double[cloud.X.Length];
        Y = new double[cloud.X.Length];
        Z = new double[cloud.X.Length];
        Rank = new int[cloud.Count];
        Fill(cloud);
    }

    /// <summary>Bins along x.</summary>
    public int CountX { get; }

    /// <summary>Bins along y.</summary>
    public int CountY { get; }

    /// <summary>Bins along z.</summary>
    public int CountZ { get; }

    /// <summary>First coordinates in the order of bins, Å, padded like the cloud's.</summary>
    public double[] X { get; }

    /// <summary>Second coordinates, Å.</summary>
    public double[] Y { get; }

    /// <summary>Third coordinates, Å.</summary>
    public double[] Z { get; }

    /// <summary>The rank, in the cloud, of each point.</summary>
    public int[] Rank { get; }

    /// <summary>The bin, by its three indices, of a position.</summary>
    public (int X, int Y, int Z) BinOf(Vector3D position) =>
        (Index(position.X - _origin.X, CountX), Index(position.Y - _origin.Y, CountY), Index(position.Z - _origin.Z, CountZ));

    /// <summary>The run of points in the bins from <paramref name="firstX"/> to <paramref name="lastX"/> of a row.</summary>
    public (int Start, int End) Run(int firstX, int lastX, int y, int z)
    {
        int row = (z * CountY + y) * CountX;
        return (_binStart[row + firstX], _binStart[row + lastX + 1]);
    }

    private double Bins(double length) => Math.Floor(length / _width) + 1;

    private int Index(double offset, int count) => Math.Clamp((int)(offset / _width), 0, count - 1);

    private void Fill(PointCloud cloud)
    {
        int[] bin = new int[cloud.Count];
        for (int i = 0; i < cloud.Count; i++)
        {
            (int x, int y, int z) = BinOf(new Vector3D(cloud.X[i], cloud.Y[i], cloud.Z[i]));
            bin[i] = (z * CountY + y) * CountX + x;
            _binStart[bin[i] + 1]++;
        }
        for (int b = 1; b < _binStart.Length; b++) _binStart[b] += _binStart[b - 1];
        int[] next = _binStart[..^1];
        for (int i = 0; i < cloud.Count; i++)
        {
            int slot = next[bin[i]]++;
            (X[slot], Y[slot], Z[slot]) = (cloud.X[i], cloud.Y[i], cloud.Z[i]);
            Rank[slot] = i;
        }
        for (int i = cloud.Count; i < X.Length; i++) X[i] = Y[i] = Z[i] = double.PositiveInfinity;
    }

    private static (Vector3D Origin, Vector3D Size) BoundingBox(PointCloud cloud)
    {
        (double lowX, double sizeX) = Extent(cloud.X.AsSpan(0, cloud.Count));
        (double lowY, double sizeY) = Extent(cloud.Y.AsSpan(0, cloud.Count));
        (double lowZ, double sizeZ) = Extent(cloud.Z.AsSpan(0, cloud.Count));
        return (new(lowX, lowY, lowZ), new(sizeX, sizeY, sizeZ));
    }

    private static (double Low, double Size) Extent(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return default;
        double low = values[0], high = values[0];
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return (low, high - low);
    }
}
