using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Settles what stands at one place: several species that share a site become one site, a row that only repeats an image of another is
/// left out,
/// and two whole atoms at the same place are refused.
/// </summary>
internal sealed class SiteMerger(Lattice? lattice, CifWarnings warnings)
{
    /// <summary>Sites nearer than this, in Å, are at the same place.</summary>
    public const double SamePlace = 0.01;

    /// <summary>Whole atoms nearer than this, in Å, cannot both be there.</summary>
    public const double Impossible = 0.1;

    /// <summary>Whole atoms nearer than this, in Å, are warned of: no two nuclei come so close.</summary>
    public const double Suspicious = 0.5;

    private const double OccupancyTolerance = 0.05;
    private const int MaxPairs = 30;

    /// <summary>The orbits that are left, with shared sites merged into the first of their rows.</summary>
    /// <exception cref="UnreadableException">Two whole atoms are at the same place.</exception>
    public List<SiteOrbit> Merge(List<SiteOrbit> orbits)
    {
        (int[] owners, Vector3D[] points) = Flatten(orbits);
        var near = new Dictionary<(int First, int Second), (double Distance, bool SameRow)>();
        int[] firstImage = new int[orbits.Count];
        for (int p = owners.Length - 1; p >= 0; p--) firstImage[owners[p]] = p;
        long pairs = 0;
        new OverlapFinder(lattice, points, Suspicious).ForEachPair((p, q, distance) =>
        {
            if (++pairs > MaxPairs * (points.Length + 100L))
                throw new UnreadableException(
                    orbits[0].Site.Line,
                    FormattableString.Invariant($"Thousands of atoms lie within {Suspicious} Å of one another: the cell is too small for its {points.Length} atoms."));
            (int a, int b) = (Math.Min(owners[p], owners[q]), Math.Max(owners[p], owners[q]));
            bool identical = p == firstImage[owners[p]] && q == firstImage[owners[q]];
            if (!near.TryGetValue((a, b), out var known) || distance < known.Distance - 1e-6)
                near[(a, b)] = (distance, identical);
            else if (identical && distance < known.Distance + 1e-6)
                near[(a, b)] = (known.Distance, true);
        });
        if (near.Count == 0) return orbits;

        var gone = new HashSet<int>();
        foreach (((int a, int b), (double distance, bool sameRow)) in near.OrderBy(pair => pair.Key))
        {
            if (gone.Contains(a) || gone.Contains(b)) continue;
            if (a == b) WarnOfImages(orbits[a], distance);
            else if (Settle(orbits[a].Site, orbits[b].Site, distance, sameRow)) gone.Add(b);
        }
        return gone.Count == 0 ? orbits : [.. orbits.Where((_, i) => !gone.Contains(i))];
    }

    // True where the second row is left out, its content being in the first.
    private bool Settle(AsymmetricSite first, AsymmetricSite second, double distance, bool sameRow)
    {
        double sum = first.Occupancy + second.Occupancy;
        bool sameContent = first.Species.SequenceEqual(second.Species);
        bool fits = sum <= 1 + OccupancyTolerance;
        if (distance < SamePlace && fits && (sameRow || !sameContent))
        {
            Share(first, second, sum);
            return true;
        }
        if (distance < (fits ? SamePlace : Impossible) && sameContent)
        {
            warnings.Add($"Atom '{second.Label}' (line {second.Line}) repeats atom '{first.Label}' or an image of it and was left out.");
            return true;
        }
        if (fits) return false;
        if (distance < Impossible)
            throw new UnreadableException(
                second.Line,
                FormattableString.Invariant($"Two atoms are at the same place: '{first.Label}' and '{second.Label}' are {distance:0.000} Å apart."));
        warnings.Add(FormattableString.Invariant($"Atoms '{first.Label}' and '{second.Label}' are only {distance:0.00} Å apart."));
        return false;
    }

    private void Share(AsymmetricSite first, AsymmetricSite second, double sum)
    {
        List<Species> species = [.. first.Species];
        foreach (Species added in second.Species)
        {
            int known = species.FindIndex(one => one.Element == added.Element && one.OxidationState == added.OxidationState);
            if (known < 0) species.Add(added);
            else species[known] = added with { Occupancy = species[known].Occupancy + added.Occupancy };
        }
        if (sum > 1)
        {
            if (sum > 1.001) warnings.Add(
                FormattableString.Invariant($"The occupancies on the site of '{first.Label}' add up to {sum:0.###} and were scaled to 1."));
            for (int i = 0; i < species.Count; i++) species[i] = species[i] with { Occupancy = species[i].Occupancy / sum };
        }
        first.Species = [.. species];
        first.Moment ??= second.Moment;
    }

    private void WarnOfImages(SiteOrbit orbit, double distance)
    {
        if (orbit.Site.Occupancy > 0.55)
            warnings.Add(FormattableString.Invariant($"Atom '{orbit.Site.Label}' is only {distance:0.00} Å away from its own image."));
    }

    private static (int[] Owners, Vector3D[] Points) Flatten(List<SiteOrbit> orbits)
    {
        int total = orbits.Sum(orbit => orbit.Images.Count), next = 0;
        int[] owners = new int[total];
        var points = new Vector3D[total];
        for (int i = 0; i < orbits.Count; i++)
        {
            foreach (Vector3D image in orbits[i].Images)
            {
                owners[next] = i;
                points[next++] = image;
            }
        }
        return (owners, points);
    }
}
