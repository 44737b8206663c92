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
}
