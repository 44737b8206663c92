using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>The magnetic moments of a structure's sites as one number each, µB. A site without a moment among others with one has 0.</summary>
public static class SiteMoments
{
    private const double SmallestMoment = 1e-3;
    private static readonly double SmallestCosine = Math.Cos(Math.PI / 6);

    /// <summary>The lengths of the moments; null where no site has one above 0.001 µB.</summary>
    /// <param name="structure">A crystal or molecule.</param>
    /// <returns>[sites], µB</returns>
    public static double[]? Sizes(Structure structure)
    {
        double[] sizes = [.. structure.Sites.Select(site => site.Moment?.Length ?? 0)];
        return sizes.Any(size => size > SmallestMoment) ? sizes : null;
    }

    /// <summary>
    /// The lengths of the moments with a sign: up or down along the common axis, which is the direction of their sum after each was turned to the
    /// side of the largest. The first site with a moment is up, because an axis has no direction: only signs relative to one another have a meaning.
    /// </summary>
    /// <param name="structure">A crystal or molecule.</param>
    /// <returns>[sites], µB; null where no site has a moment above 0.001 µB, or where one is farther than 30° from the axis (moments that are not
    /// collinear).</returns>
    public static double[]? Signed(Structure structure)
    {
        if (Sizes(structure) is not { } sizes) return null;
        Vector3D[] moments = [.. structure.Sites.Select(site => site.Moment ?? Vector3D.Zero)];
        Vector3D largest = moments[Array.IndexOf(sizes, sizes.Max())];
        Vector3D axis = moments.Aggregate(Vector3D.Zero, (sum, moment) => sum + Sign(moment, largest) * moment);
        for (int i = 0; i < sizes.Length; i++)
            if (sizes[i] > SmallestMoment && Math.Abs(Vector3D.Dot(moments[i], axis)) < SmallestCosine * sizes[i] * axis.Length) return null;

        int first = Array.FindIndex(sizes, size => size > SmallestMoment);
        double up = Sign(moments[first], axis);
        return [.. sizes.Zip(moments, (size, moment) => size == 0 ? 0 : up * Sign(moment, axis) * size)];
    }

    private static double Sign(Vector3D moment, Vector3D axis) => Vector3D.Dot(moment, axis) < 0 ? -1 : 1;
}
