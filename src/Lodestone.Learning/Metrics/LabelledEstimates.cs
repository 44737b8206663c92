using Lodestone.Data;
using Lodestone.Learning.Heads;

namespace Lodestone.Learning.Metrics;

/// <summary>The rows of one target that have both a truth and an estimate: what metrics and calibrations are computed from.</summary>
/// <param name="Truths">True values, in the unit of the target.</param>
/// <param name="Estimates">Estimates of the same rows.</param>
public sealed record LabelledEstimates(IReadOnlyList<double> Truths, IReadOnlyList<Estimate> Estimates)
{
    /// <summary>Picks the rows.</summary>
    /// <param name="predictions">Predictions of any rows; failed ones are left out.</param>
    /// <param name="target">Index of the target.</param>
    /// <param name="truths">True value of each row; rows without one are left out.</param>
    public static LabelledEstimates Of(IReadOnlyList<Prediction> predictions, int target, IReadOnlyList<double?> truths)
    {
        (double Truth, Estimate Estimate)[] rows =
            [.. predictions.Zip(truths).Where(row => row.First.Succeeded && row.Second is not null).Select(row => (row.Second!.Value, row.First.Estimates[target]))];
        return new LabelledEstimates([.. rows.Select(row => row.Truth)], [.. rows.Select(row => row.Estimate)]);
    }

    /// <summary>Picks the rows of a target, which are materials or their sites. Moments that are known up to a flip are turned, all those of a
    /// material together, to the side that is nearest to the estimates.</summary>
    /// <param name="predictions">Predictions of any materials; failed ones are left out.</param>
    /// <param name="index">Index of the target among those that are predicted.</param>
    /// <param name="target">The target.</param>
    /// <param name="materials">The materials.</param>
    /// <param name="property">The property that holds the true values; the name of the target without it.</param>
    public static LabelledEstimates Of(
        IReadOnlyList<Prediction> predictions, int index, Target target, IReadOnlyList<Material> materials, string? property = null)
    {
        if (target.Level == TargetLevel.Material)
            return Of(predictions, index, [.. materials.Select(material => TargetValues.OfMaterial(material, target, property))]);
        LabelledEstimates[] parts =
        [
            .. predictions.Zip(materials).Where(row => row.First.Succeeded).Select(row =>
                OfSites(row.First.OfTarget(index), target, TargetValues.Of(row.Second, target, property))),
        ];
        return new LabelledEstimates([.. parts.SelectMany(part => part.Truths)], [.. parts.SelectMany(part => part.Estimates)]);
    }

    /// <summary>The sites of one material that have a true value. Moments that are known up to a flip are turned, all together, to the side that is
    /// nearest to the estimates.</summary>
    /// <param name="sites">The estimate of each site.</param>
    /// <param name="target">The target.</param>
    /// <param name="truths">The true value of each site; sites without one are left out.</param>
    public static LabelledEstimates OfSites(IReadOnlyList<Estimate> sites, Target target, IReadOnlyList<double?> truths)
    {
        IReadOnlyList<double?> turned = SpinFlip.Turn(target, truths, sites);
        int[] labelled = [.. Enumerable.Range(0, sites.Count).Where(site => turned[site] is not null)];
        return new LabelledEstimates([.. labelled.Select(site => turned[site]!.Value)], [.. labelled.Select(site => sites[site])]);
    }
}
