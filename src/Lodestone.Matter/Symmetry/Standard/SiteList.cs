using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>
/// The sites of a conventional cell in the order of kinds and of z, x and y, to compare descriptions of one crystal by. Coordinates are compared in
/// steps of 1/2882880, a number divisible by all up to 16 and by 64, so that special positions, also those of superstructures, are not between two steps.
/// </summary>
internal sealed class SiteList : IComparable<SiteList>
{
    private const int Steps = 2_882_880;
    private readonly (int Kind, int Z, int X, int Y)[] _keys;

    private SiteList((int, int, int, int)[] keys, Vector3D[] positions, int[] sites)
    {
        _keys = keys;
        Positions = positions;
        Sites = sites;
    }

    /// <summary>[sites of the cell]: fractional coordinates in [0, 1).</summary>
    public Vector3D[] Positions { get; }

    /// <summary>[sites of the cell]: the site of the primitive cell that each is a copy of.</summary>
    public int[] Sites { get; }

    /// <summary>Lists sites.</summary>
    /// <param name="positions">Fractional coordinates of the sites of the primitive cell in the conventional one.</param>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="centrings">The centring translations, zero among them.</param>
    public static SiteList Of(Vector3D[] positions, int[] kinds, LatticeTranslation[] centrings)
    {
        int count = positions.Length * centrings.Length;
        var keys = new (int Kind, int X, int Y, int Z)[count];
        var entries = new (Vector3D Position, int Site)[count];
        for (int i = 0; i < count; i++)
        {
            int site = i / centrings.Length;
            Vector3D f = StandardFraction.Of(positions[site] + centrings[i % centrings.Length].Fractional);
            keys[i] = (kinds[site], Round(f.Z), Round(f.X), Round(f.Y));
            entries[i] = (f, site);
        }
        Array.Sort(keys, entries);
        return new SiteList(keys, [.. entries.Select(entry => entry.Position)], [.. entries.Select(entry => entry.Site)]);
    }

    /// <inheritdoc/>
    public int CompareTo(SiteList? other)
    {
        if (other is null) return 1;
        for (int i = 0; i < _keys.Length; i++)
            if (_keys[i].CompareTo(other._keys[i]) is var order and not 0) return order;
        return 0;
    }

    private static int Round(double fraction) => (int)Math.Round(fraction * Steps) % Steps;
}
