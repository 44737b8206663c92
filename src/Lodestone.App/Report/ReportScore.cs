using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;

namespace Lodestone.App.Report;

/// <summary>An error of a model, measured on rows that its training never saw.</summary>
/// <param name="Rows">Which rows.</param>
/// <param name="Target">Which target.</param>
/// <param name="N">How many rows have the target.</param>
/// <param name="Mae">Mean absolute error, in the unit of the target.</param>
/// <param name="MedianPredictorMae">The same of a predictor that always says the median.</param>
/// <param name="Coverage90">Share of the 90 % intervals that hold the true value; null where there are none.</param>
public sealed record ReportScore(string Rows, string Target, int N, double? Mae, double? MedianPredictorMae, double? Coverage90)
{
    /// <summary>How well the probabilities of a class are; null for a number, whose errors the others are.</summary>
    public ReportClassScore? Class { get; init; }

    /// <summary>The score of a measurement.</summary>
    public static ReportScore Of(Measurement measurement) => measurement.Regression is { } regression
        ? new ReportScore(measurement.Data, measurement.Target, regression.Count, regression.MeanAbsoluteError, regression.MedianPredictorError, regression.Coverage)
        : new ReportScore(measurement.Data, measurement.Target, measurement.Classification?.Count ?? 0, null, null, null) { Class = OfClass(measurement.Classification) };

    private static ReportClassScore? OfClass(ClassMetrics? metrics) => metrics is null
        ? null
        : new ReportClassScore(metrics.Auc, metrics.Accuracy, metrics.MajorityAccuracy, metrics.CalibrationError);
}
