using Lodestone.Learning.Files;

namespace Lodestone.App.Evaluation;

/// <summary>The error of a variant of a sweep on one set of rows for one target.</summary>
/// <param name="Rows">The rows, in words.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="Measure"><c>mae</c> or, for a class, <c>auc</c>.</param>
/// <param name="Mean">Mean over the runs.</param>
/// <param name="Deviation">Standard deviation over the runs; null with one.</param>
/// <param name="Baseline">Mean over the runs of the error of the median predictor; for a class, 0.5.</param>
public sealed record SweepError(string Rows, string Target, string Measure, double? Mean, double? Deviation, double? Baseline)
{
    /// <summary>Sums up the measurements of several runs.</summary>
    public static SweepError Of(string rows, string target, IReadOnlyList<Measurement> measurements)
    {
        bool isClass = measurements[0].Regression is null;
        double?[] errors = [.. measurements.Select(one => isClass ? one.Classification?.Auc : one.Regression?.MeanAbsoluteError)];
        double? mean = errors.Average();
        double? deviation = errors.Length < 2 ? null : Math.Sqrt(errors.Sum(error => (error - mean) * (error - mean)) / (errors.Length - 1) ?? 0);
        return new SweepError(rows, target, isClass ? "auc" : "mae", mean, deviation, isClass ? 0.5 : measurements.Average(one => one.Regression?.MedianPredictorError));
    }
}
