using Lodestone.Learning;
using Lodestone.Learning.Metrics;

namespace Lodestone.Models.CrossValidation;

/// <summary>Errors by name, computed from held-out predictions; beside them what can be had without a model.</summary>
internal static class HeldOutMetrics
{
    /// <summary>Errors of a number: <c>mae</c>, <c>rmse</c>, <c>r2</c>, <c>median_predictor_mae</c>, <c>coverage90</c>, <c>width90</c>.</summary>
    /// <param name="rows">Rows with truth and prediction.</param>
    /// <param name="trainingMedian">Median over the training rows of the fold.</param>
    public static IReadOnlyDictionary<string, double?> OfNumber(IReadOnlyList<HeldOutEstimate> rows, double? trainingMedian)
    {
        RegressionMetrics metrics = RegressionMetrics.Of(Truths(rows), [.. rows.Select(EstimateOf)], trainingMedian);
        return new Dictionary<string, double?>
        {
            ["mae"] = metrics.MeanAbsoluteError,
            ["rmse"] = metrics.RootMeanSquareError,
            ["r2"] = metrics.RSquared,
            ["median_predictor_mae"] = metrics.MedianPredictorError,
            ["coverage90"] = metrics.Coverage,
            ["width90"] = metrics.Width,
        };
    }

    /// <summary>
    /// Errors of a class: <c>auc</c>, <c>accuracy</c>, <c>log_loss</c>; <c>class_auc</c>, the AUC of the classes themselves at a probability of
    /// one half, which is the balanced accuracy; <c>prevalence</c>; and of always saying the share of the training rows,
    /// <c>prevalence_log_loss</c> and <c>majority_accuracy</c>.
    /// </summary>
    /// <param name="rows">Rows with truth and prediction.</param>
    /// <param name="trainingShare">Share of positives among the training rows of the fold.</param>
    public static IReadOnlyDictionary<string, double?> OfClass(IReadOnlyList<HeldOutEstimate> rows, double trainingShare)
    {
        bool[] positive = [.. Truths(rows).Select(truth => truth > 0)];
        double[] probabilities = [.. rows.Select(row => row.Prediction!.Value)];
        ClassMetrics metrics = ClassMetrics.Of(positive, probabilities);
        ClassMetrics baseline = ClassMetrics.Of(positive, [.. rows.Select(_ => trainingShare)]);
        return new Dictionary<string, double?>
        {
            ["auc"] = metrics.Auc,
            ["class_auc"] = Ranks.Auc(positive, [.. probabilities.Select(p => p >= 0.5 ? 1.0 : 0)]),
            ["accuracy"] = metrics.Accuracy,
            ["log_loss"] = metrics.LogLoss,
            ["prevalence"] = metrics.Prevalence,
            ["majority_accuracy"] = baseline.Accuracy,
            ["prevalence_log_loss"] = baseline.LogLoss,
        };
    }

    /// <summary>Expected calibration error of a class (<see cref="ClassMetrics.CalibrationError"/>) over the rows that have a prediction.</summary>
    /// <param name="rows">Rows with truth.</param>
    public static double? CalibrationError(IReadOnlyList<HeldOutEstimate> rows)
    {
        HeldOutEstimate[] predicted = [.. rows.Where(row => row.Prediction is not null)];
        return ClassMetrics.Of([.. Truths(predicted).Select(truth => truth > 0)], [.. predicted.Select(row => row.Prediction!.Value)]).CalibrationError;
    }

    private static double[] Truths(IReadOnlyList<HeldOutEstimate> rows) => [.. rows.Select(row => row.Truth!.Value)];

    private static Estimate EstimateOf(HeldOutEstimate row) => new(
        row.Prediction!.Value, row.Deviation ?? 0, 0, row is { Low: { } low, High: { } high } ? new Interval(low, high) : null);
}
