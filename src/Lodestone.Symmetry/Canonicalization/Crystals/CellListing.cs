using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>A described crystal as its rounded cell and its list of sites, in order: first the cell, in steps of 10⁻⁴ Å.</summary>
internal readonly struct CellListing : IComparable<CellListing>
{
    private const double Steps = 1e4; // an Å
    private readonly (long, long, long, long, long, long) _cell;
    private readonly SiteListing _sites;

    private CellListing((long, long, long, long, long, long) cell, SiteListing sites)
    {
        _cell = cell;
        _sites = sites;
    }

    /// <summary>Lists a crystal whose a is along x and whose b is in the plane of x and y.</summary>
    public static CellListing Of(Structure crystal)
    {
        Matrix3D rows = crystal.Lattice!.Vectors;
        return new CellListing(
            (Round(rows.A.X), Round(rows.B.X), Round(rows.B.Y), Round(rows.C.X), Round(rows.C.Y), Round(rows.C.Z)),
            SiteListing.Of([.. crystal.Sites.Select(site => site.Element.AtomicNumber)], [.. crystal.Sites.Select(site => site.Fractional)]));
    }

    /// <inheritdoc/>
    public int CompareTo(CellListing other)
    {
        int order = _cell.CompareTo(other._cell);
        return order != 0 ? order : _sites.CompareTo(other._sites);
    }

    private static long Round(double length) => (long)Math.Round(length * Steps);
}
