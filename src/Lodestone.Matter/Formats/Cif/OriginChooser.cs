namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Tells the two origins of a space group apart where a file names only the group: by the multiplicities of the sites, where it gives them,
/// and by atoms that would lie on top of one another.
/// </summary>
internal sealed class OriginChooser(IReadOnlyList<CifSymmetry> choices, Lattice lattice, CifWarnings warnings)
{
    /// <summary>The choice with the fewest contradictions; of equal ones the first.</summary>
    public CifSymmetry Choose(IReadOnlyList<AsymmetricSite> sites)
    {
        int[] contradictions = [.. choices.Select(choice => Contradictions(choice, sites))];
        int best = Array.IndexOf(contradictions, contradictions.Min());
        bool isSure = contradictions.Count(count => count == contradictions[best]) == 1;
        string setting = choices[best].Group!.ToString();
        warnings.Add(isSure
            ? $"The file does not say which origin it uses; {setting} was taken, which alone fits its atoms."
            : $"The file does not say which origin it uses; {setting}, the standard one, was assumed.");
        return choices[best];
    }

    private int Contradictions(CifSymmetry choice, IReadOnlyList<AsymmetricSite> sites)
    {
        var unheard = new CifWarnings();
        int count = 0;
        var orbits = new List<SiteOrbit>();
        foreach (AsymmetricSite site in sites)
        {
            // Merging changes sites; the trial works on copies.
            var copy = new AsymmetricSite(site.Label, site.Line, site.Species, site.Fractional);
            SiteOrbit orbit = SiteOrbit.Of(copy, choice, lattice, unheard);
            if (site.Multiplicity is { } given && given != orbit.Images.Count) count++;
            orbits.Add(orbit);
        }
        int before = unheard.Count;
        try
        {
            new SiteMerger(lattice, unheard).Merge(orbits);
        }
        catch (CifContentException)
        {
            count += 10;
        }
        return count + (unheard.Count > before ? 1 : 0);
    }
}
