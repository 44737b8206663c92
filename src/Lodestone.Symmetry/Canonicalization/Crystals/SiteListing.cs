using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>The sites of a crystal, each element with its fractional coordinates on <see cref="FractionalGrid"/>, in order.</summary>
internal readonly struct SiteListing : IComparable<SiteListing>
{
    private readonly (int Element, int X, int Y, int Z)[] _sites;

    private SiteListing((int, int, int, int)[] sites) => _sites = sites;

    /// <summary>Lists sites as they are seen from one of them.</summary>
    /// <param name="elements">Atomic number of each site.</param>
    /// <param name="fractional">Fractional coordinates of each site.</param>
    /// <param name="origin">Index of the site that becomes the origin.</param>
    public static SiteListing From(int[] elements, Vector3D[] fractional, int origin) => Of(elements, fractional, fractional[origin]);

    /// <summary>Lists sites.</summary>
    /// <param name="elements">Atomic number of each site.</param>
    /// <param name="fractional">Fractional coordinates of each site.</param>
    /// <param name="origin">The point that becomes the origin.</param>
    public static SiteListing Of(int[] elements, Vector3D[] fractional, Vector3D origin = default)
    {
        var sites = new (int, int, int, int)[elements.Length];
        for (int i = 0; i < sites.Length; i++)
        {
            Vector3D f = fractional[i] - origin;
            sites[i] = (elements[i], Round(f.X), Round(f.Y), Round(f.Z));
        }
        Array.Sort(sites);
        return new SiteListing(sites);
    }

    /// <inheritdoc/>
    public int CompareTo(SiteListing other)
    {
        for (int i = 0; i < _sites.Length; i++)
            if (_sites[i].CompareTo(other._sites[i]) is var order and not 0)
                return order;
        return 0;
    }

    private static int Round(double fraction)
    {
        int steps = (int)FractionalGrid.Round(fraction - Math.Floor(fraction));
        return steps == FractionalGrid.Divisions ? 0 : steps;
    }
}
