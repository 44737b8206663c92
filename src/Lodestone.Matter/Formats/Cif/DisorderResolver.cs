namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Alternatives of a disordered structure exclude one another, so their occupancies add up to one. Where a file gives groups but lets every
/// alternative be whole, only the first group of an assembly is kept.
/// </summary>
internal sealed class DisorderResolver(CifWarnings warnings)
{
    /// <summary>The sites that are left.</summary>
    public List<AsymmetricSite> Resolve(List<AsymmetricSite> sites)
    {
        if (sites.TrueForAll(site => site.Disorder is null)) return sites;
        var dropped = new HashSet<AsymmetricSite>();
        foreach (var assembly in sites.Where(site => site.Disorder is not null).GroupBy(site => site.Disorder!.Value.Assembly))
        {
            List<IGrouping<string, AsymmetricSite>> groups = [.. assembly.GroupBy(site => site.Disorder!.Value.Group)];
            if (groups.Count < 2 || assembly.Any(site => site.Occupancy < 0.99)) continue;
            IGrouping<string, AsymmetricSite> kept = groups.OrderBy(group => group.Key, StringComparer.Ordinal).First();
            dropped.UnionWith(groups.Where(group => group != kept).SelectMany(group => group));
            warnings.Add(
                $"The disorder groups {string.Join(", ", groups.Select(group => group.Key))} are all given as fully occupied; only group {kept.Key} was kept.");
        }
        return dropped.Count == 0 ? sites : [.. sites.Where(site => !dropped.Contains(site))];
    }
}
