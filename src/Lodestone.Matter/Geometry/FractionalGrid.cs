namespace Lodestone.Matter.Geometry;

/// <summary>
/// A grid on which fractional coordinates are compared. The number of its steps along an edge is divisible by all small ones, so the coordinates of special
/// positions, and their differences, lie on it and round the same way whatever their last bits are.
/// </summary>
public static class FractionalGrid
{
    /// <summary>Steps along an edge of the cell.</summary>
    public const int Divisions = 30_240;

    /// <summary>The nearest point of the grid, in steps from the origin.</summary>
    /// <param name="fraction">A fractional coordinate, or a difference of two.</param>
    public static long Round(double fraction) => (long)Math.Round(fraction * Divisions);
}
