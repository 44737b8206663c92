namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>The kinds of sites of a crystal by species and occupancies: the rarest first, of equally rare ones the lightest.</summary>
internal static class SiteKinds
{
    /// <summary>[sites]: the place of each site's kind in that order, from 0.</summary>
    public static int[] Of(Structure crystal)
    {
        string[] kinds = [.. crystal.Sites.Select(Key)];
        string[] order = [.. kinds.CountBy(kind => kind).OrderBy(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => kind.Key)];
        return [.. kinds.Select(kind => Array.IndexOf(order, kind))];
    }

    private static string Key(Site site) =>
        string.Join(' ', site.Species.Select(species => FormattableString.Invariant($"{species.Element.AtomicNumber:D3}:{species.Occupancy:R}")).Order(StringComparer.Ordinal));
}
