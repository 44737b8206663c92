using System.Text.Json.Serialization;

namespace Lodestone.Learning.Metrics;

/// <summary>How well estimates of one target agree with the truth. A number that the rows do not define is null, never NaN.</summary>
public sealed record RegressionMetrics
{
    /// <summary>Number of rows.</summary>
    [JsonPropertyName("n")]
    public required int Count { get; init; }

    /// <summary>Mean absolute error, in the unit of the target.</summary>
    [JsonPropertyName("mae")]
    public double? MeanAbsoluteError { get; init; }

    /// <summary>Root mean square error, in the unit of the target.</summary>
    [JsonPropertyName("rmse")]
    public double? RootMeanSquareError { get; init; }

    /// <summary>Coefficient of determination, 1 − Σ(y−μ)²/Σ(y−ȳ)²; null where all truths are equal.</summary>
    [JsonPropertyName("r2")]
    public double? RSquared { get; init; }

    /// <summary>Median absolute error, in the unit of the target.</summary>
    [JsonPropertyName("median_abs")]
    public double? MedianAbsoluteError { get; init; }

    /// <summary>Mean absolute error on the same rows of always saying the median; <see cref="MedianOf"/> tells which median.</summary>
    [JsonPropertyName("median_predictor_mae")]
    public double? MedianPredictorError { get; init; }

    /// <summary>The rows whose median the median predictor says: <c>training</c> where it is known, else <c>evaluated</c>.</summary>
    [JsonPropertyName("median_of")]
    public string? MedianOf { get; init; }

    /// <summary>Share of the truths inside their 90 % interval, among the rows that have one.</summary>
    [JsonPropertyName("coverage90")]
    public double? Coverage { get; init; }

    /// <summary>Mean width of the 90 % intervals, in the unit of the target.</summary>
    [JsonPropertyName("width90")]
    public double? Width { get; init; }

    /// <summary>Mean negative log-likelihood of a Gaussian with the total deviation; null where a row has no deviation.</summary>
    [JsonPropertyName("nll")]
    public double? NegativeLogLikelihood { get; init; }

    /// <summary>Mean continuous ranked probability score of a Gaussian with the total deviation, in the unit of the target.</summary>
    [JsonPropertyName("crps")]
    public double? RankedProbabilityScore { get; init; }

    /// <summary>Spearman's rank correlation, ties averaged; null where all truths or all estimates are equal.</summary>
    [JsonPropertyName("spearman")]
    public double? Spearman { get; init; }

    /// <summary>Measures.</summary>
    /// <param name="truths">True values, one a row, finite.</param>
    /// <param name="estimates">Estimates of the same rows.</param>
    /// <param name="trainingMedian">Median of the target over the training rows, if known.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static RegressionMetrics Of(IReadOnlyList<double> truths, IReadOnlyList<Estimate> estimates, double? trainingMedian = null)
    {
        if (truths.Count != estimates.Count)
            throw new ArgumentException($"There are {truths.Count} truths and {estimates.Count} estimates.", nameof(estimates));
        int n = truths.Count;
        if (n == 0) return new RegressionMetrics { Count = 0 };

        double[] means = [.. estimates.Select(estimate => estimate.Mean)];
        double[] errors = [.. truths.Zip(means, (truth, mean) => Math.Abs(truth - mean))];
        double squares = errors.Sum(error => error * error);
        double center = truths.Average();
        double spread = truths.Sum(truth => (truth - center) * (truth - center));
        bool constant = truths.All(truth => truth == truths[0]);
        double median = trainingMedian ?? Ranks.Median(truths)!.Value;
        (double Truth, Interval Interval)[] covered =
            [.. truths.Zip(estimates).Where(row => row.Second.Interval is not null).Select(row => (row.First, row.Second.Interval!.Value))];

        return new RegressionMetrics
        {
            Count = n,
            MeanAbsoluteError = errors.Average(),
            RootMeanSquareError = Math.Sqrt(squares / n),
            RSquared = constant ? null : 1 - squares / spread,
            MedianAbsoluteError = Ranks.Median(errors),
            MedianPredictorError = truths.Average(truth => Math.Abs(truth - median)),
            MedianOf = trainingMedian is null ? "evaluated" : "training",
            Coverage = covered.Length == 0 ? null : covered.Average(row => row.Truth >= row.Interval.Low && row.Truth <= row.Interval.High ? 1.0 : 0),
            Width = covered.Length == 0 ? null : covered.Average(row => row.Interval.High - row.Interval.Low),
            NegativeLogLikelihood = estimates.All(estimate => estimate.Deviation > 0)
                ? truths.Zip(estimates, (truth, e) => GaussianScores.NegativeLogLikelihood(truth, e.Mean, e.Deviation)).Average()
                : null,
            RankedProbabilityScore = truths.Zip(estimates, (truth, e) => GaussianScores.RankedProbability(truth, e.Mean, e.Deviation)).Average(),
            Spearman = Ranks.Spearman(truths, means),
        };
    }
}
