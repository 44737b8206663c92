using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Neighbours;

/// <summary>The arrays of a neighbour list while they are filled.</summary>
internal readonly struct EdgeArrays(int count)
{
    public int[] Source { get; } = GC.AllocateUninitializedArray<int>(count);

    public int[] Target { get; } = GC.AllocateUninitializedArray<int>(count);

    public CellImage[] Image { get; } = GC.AllocateUninitializedArray<CellImage>(count);

    public double[] Distance { get; } = GC.AllocateUninitializedArray<double>(count);

    public Vector3D[] Vector { get; } = GC.AllocateUninitializedArray<Vector3D>(count);

    /// <summary>Copies <paramref name="count"/> edges from <paramref name="from"/> on to <paramref name="at"/> of other arrays.</summary>
    public void CopyTo(EdgeArrays other, int from, int at, int count)
    {
        Array.Copy(Source, from, other.Source, at, count);
        Array.Copy(Target, from, other.Target, at, count);
        Array.Copy(Image, from, other.Image, at, count);
        Array.Copy(Distance, from, other.Distance, at, count);
        Array.Copy(Vector, from, other.Vector, at, count);
    }
}
