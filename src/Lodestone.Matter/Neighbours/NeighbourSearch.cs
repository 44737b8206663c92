using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>Finds all neighbours within a radius, one atom at a time, four points at once.</summary>
internal sealed class NeighbourSearch
{
    /// <summary>Distances that agree when rounded to this are tied, Å.</summary>
    public const double Resolution = 1e-8;

    private readonly WrappedAtoms _atoms;
    private readonly PointCloud _cloud;
    private readonly PointGrid _grid;
    private readonly double _radiusSquared;
    private readonly ulong _limit;
    private int[] _hits = new int[512];
    private ulong[] _keys = new ulong[512];

    public NeighbourSearch(WrappedAtoms atoms, double radius)
    {
        _atoms = atoms;
        _limit = Rounded(radius);
        double reach = radius + 2 * Resolution;
        _radiusSquared = reach * reach;
        _cloud = new PointCloud(atoms, reach);
        _grid = new PointGrid(_cloud, reach);
    }

    /// <summary>The neighbours of an atom as keys that sort by distance, then rank. Valid until the next call.</summary>
    public Span<ulong> Find(int atom)
    {
        Vector3D centre = _atoms.Positions[atom];
        int own = _cloud.RankOf(atom);
        int hits = Collect(centre);
        if (_keys.Length < hits) _keys = new ulong[_hits.Length];
        int count = 0;
        foreach (int slot in _hits.AsSpan(0, hits))
        {
            int rank = _grid.Rank[slot];
            if (rank == own) continue;
            var vector = new Vector3D(_grid.X[slot] - centre.X, _grid.Y[slot] - centre.Y, _grid.Z[slot] - centre.Z);
            ulong distance = Rounded(vector.Length);
            if (distance <= _limit) _keys[count++] = (distance << PointCloud.RankBits) | (uint)rank;
        }
        Span<ulong> keys = _keys.AsSpan(0, count);
        keys.Sort();
        return keys;
    }

    /// <summary>
    /// The k nearest of them, fewer where there are not so many. Of those as far as the k-th the ones come first whose displacement is lower, in
    /// fractions of the cell that was given; in a molecule, the atoms of lower rank.
    /// </summary>
    public ReadOnlySpan<ulong> FindNearest(int atom, int k)
    {
        Span<ulong> keys = Find(atom);
        if (keys.Length <= k) return keys;
        ulong farthest = DistanceOf(keys[k - 1]);
        int start = k - 1, end = k;
        // Rounding can fall on either side of a limit, so neighbouring distances are tied too.
        while (start > 0 && farthest - DistanceOf(keys[start - 1]) <= 1) start--;
        while (end < keys.Length && DistanceOf(keys[end]) - farthest <= 1) end++;
        if (end > k && _atoms.Cell is not null)
        {
            SortByDisplacement(atom, keys[start..end]);
            keys[start..k].Sort();
        }
        return keys[..k];
    }

    /// <summary>Writes the edges that keys stand for.</summary>
    public void Write(int atom, ReadOnlySpan<ulong> keys, EdgeArrays edges, int at)
    {
        CellImage wrapped = _atoms.ImageOf(atom, CellImage.Zero);
        foreach (ulong key in keys)
        {
            int rank = RankOf(key);
            Vector3D vector = VectorTo(rank, atom);
            edges.Source[at] = atom;
            edges.Target[at] = _cloud.Atom[rank];
            edges.Image[at] = _cloud.Image[rank] - wrapped;
            edges.Distance[at] = vector.Length;
            edges.Vector[at] = vector;
            at++;
        }
    }

    /// <summary>Every neighbour of every atom.</summary>
    public NeighbourList FindAll()
    {
        int[] start = new int[_atoms.Count + 1];
        var all = new List<ulong>();
        for (int atom = 0; atom < _atoms.Count; atom++)
        {
            all.AddRange(Find(atom));
            start[atom + 1] = all.Count;
        }
        var edges = new EdgeArrays(all.Count);
        ReadOnlySpan<ulong> keys = CollectionsMarshal.AsSpan(all);
        for (int atom = 0; atom < _atoms.Count; atom++) Write(atom, keys[start[atom]..start[atom + 1]], edges, start[atom]);
        return new NeighbourList(start, edges);
    }

    private void SortByDisplacement(int atom, Span<ulong> keys)
    {
        var displaced = new (long X, long Y, long Z, ulong Key)[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            Vector3D fractional = VectorTo(RankOf(keys[i]), atom) * _atoms.ToFractional;
            displaced[i] = (FractionalGrid.Round(fractional.X), FractionalGrid.Round(fractional.Y), FractionalGrid.Round(fractional.Z), keys[i]);
        }
        Array.Sort(displaced);
        for (int i = 0; i < keys.Length; i++) keys[i] = displaced[i].Key;
    }

    private Vector3D VectorTo(int rank, int atom)
    {
        Vector3D centre = _atoms.Positions[atom];
        return new Vector3D(_cloud.X[rank] - centre.X, _cloud.Y[rank] - centre.Y, _cloud.Z[rank] - centre.Z);
    }

    private static ulong DistanceOf(ulong key) => key >> PointCloud.RankBits;

    private static int RankOf(ulong key) => (int)(key & ((1UL << PointCloud.RankBits) - 1));

    private static ulong Rounded(double distance) => (ulong)(distance / Resolution + 0.5);

    private int Collect(Vector3D centre)
    {
        int hits = 0;
        (int x, int y, int z) = _grid.BinOf(centre);
        for (int binZ = Math.Max(z - 1, 0); binZ <= Math.Min(z + 1, _grid.CountZ - 1); binZ++)
            for (int binY = Math.Max(y - 1, 0); binY <= Math.Min(y + 1, _grid.CountY - 1); binY++)
            {
                (int start, int end) = _grid.Run(Math.Max(x - 1, 0), Math.Min(x + 1, _grid.CountX - 1), binY, binZ);
                hits = Scan(centre, start, end, hits);
            }
        return hits;
    }

    private int Scan(Vector3D centre, int start, int end, int hits)
    {
        if (_hits.Length < hits + end - start) Array.Resize(ref _hits, 2 * (hits + end - start));
        Vector256<double> x = Vector256.Create(centre.X), y = Vector256.Create(centre.Y), z = Vector256.Create(centre.Z);
        Vector256<double> limit = Vector256.Create(_radiusSquared);
        ref double px = ref MemoryMarshal.GetArrayDataReference(_grid.X);
        ref double py = ref MemoryMarshal.GetArrayDataReference(_grid.Y);
        ref double pz = ref MemoryMarshal.GetArrayDataReference(_grid.Z);
        int[] found = _hits;
        for (int slot = start; slot < end; slot += Vector256<double>.Count)
        {
            Vector256<double> dx = Vector256.LoadUnsafe(ref px, (nuint)slot) - x;
            Vector256<double> dy = Vector256.LoadUnsafe(ref py, (nuint)slot) - y;
            Vector256<double> dz = Vector256.LoadUnsafe(ref pz, (nuint)slot) - z;
            uint near = Vector256.LessThanOrEqual(dx * dx + dy * dy + dz * dz, limit).ExtractMostSignificantBits();
            if (end - slot < Vector256<double>.Count) near &= (1u << (end - slot)) - 1;
            for (; near != 0; near &= near - 1) found[hits++] = slot + System.Numerics.BitOperations.TrailingZeroCount(near);
        }
        return hits;
    }
}
