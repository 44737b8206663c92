using System.Collections.Immutable;
using Lodestone.Learning.Heads;

namespace Lodestone.Learning.Uncertainty;

/// <summary>Combines what the members of an ensemble say of the sites of one material.</summary>
internal static class SiteEstimates
{
    /// <summary>Each site as <see cref="EnsembleEstimate"/> combines a material. Where a target is known up to a flip, members are first turned to
    /// the side of the first one: each learned a side of its own.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="calibrations">One a target.</param>
    /// <param name="members">What each member says: for each site one estimate a target, and perhaps more that do not count.</param>
    public static Prediction Combine(
        IReadOnlyList<Target> targets, ImmutableArray<ConformalCalibration?> calibrations, IReadOnlyList<ImmutableArray<Estimate>[]> members)
    {
        double[][] signs = [.. members.Select(member => targets.Select((target, t) => Sign(target, Means(members[0], t), Means(member, t))).ToArray())];
        var sites = ImmutableArray.CreateBuilder<ImmutableArray<Estimate>>();
        for (int site = 0; site < members[0].Length; site++)
        {
            Prediction combined = EnsembleEstimate.Combine(targets, calibrations,
                [.. members.Select((member, m) => targets.Select((_, t) => member[site][t] with { Mean = signs[m][t] * member[site][t].Mean }).ToImmutableArray())]);
            if (!combined.Succeeded) return combined;
            sites.Add(combined.Estimates);
        }

        return Prediction.OfSites(sites.ToImmutable());
    }

    private static double Sign(Target target, double[] first, double[] member) => SpinFlip.Concerns(target) ? SpinFlip.Nearest(member, first) : 1;

    private static double[] Means(ImmutableArray<Estimate>[] sites, int target) => [.. sites.Select(site => site[target].Mean)];
}
