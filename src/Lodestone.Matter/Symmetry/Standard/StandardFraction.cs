using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>Fractional coordinates in [0, 1) whose rounding errors beside twenty-fourths, where special positions lie, are taken away.</summary>
internal static class StandardFraction
{
    private const double Share = 24;
    private const double Rounding = 1e-9;

    public static Vector3D Of(Vector3D v) => new(Of(v.X), Of(v.Y), Of(v.Z));

    /// <summary>True for the same point up to rounding.</summary>
    public static bool AreEqual(Vector3D a, Vector3D b)
    {
        Vector3D d = a - b;
        return IsWhole(d.X) && IsWhole(d.Y) && IsWhole(d.Z);
    }

    private static bool IsWhole(double x) => Math.Abs(x - Math.Round(x)) < Rounding;

    private static double Of(double x)
    {
        double nearest = Math.Round(x * Share) / Share;
        if (Math.Abs(x - nearest) < Rounding) x = nearest;
        return x - Math.Floor(x);
    }
}
