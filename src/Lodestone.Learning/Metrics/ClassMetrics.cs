using System.Text.Json.Serialization;

namespace Lodestone.Learning.Metrics;

/// <summary>How well predicted probabilities of a class agree with the truth. A number that the rows do not define is null, never NaN.</summary>
public sealed record ClassMetrics
{
    private const int Bins = 15;
    private const double SmallestProbability = 1e-15;

    /// <summary>Number of rows.</summary>
    [JsonPropertyName("n")]
    public required int Count { get; init; }

    /// <summary>Area under the ROC curve; null where all rows are of one class.</summary>
    [JsonPropertyName("auc")]
    public double? Auc { get; init; }

    /// <summary>Share of the rows whose more probable class is the true one; a probability of one half counts as positive.</summary>
    [JsonPropertyName("accuracy")]
    public double? Accuracy { get; init; }

    /// <summary>Mean negative log-likelihood, natural logarithm, of probabilities kept within 1e-15 of 0 and 1.</summary>
    [JsonPropertyName("log_loss")]
    public double? LogLoss { get; init; }

    /// <summary>
    /// Expected calibration error over 15 equal bins of the predicted probability (Guo et al., ICML 2017, eq. 3): mean distance of a bin's mean
    /// probability from its share of positives, weighted by its rows.
    /// </summary>
    [JsonPropertyName("ece")]
    public double? CalibrationError { get; init; }

    /// <summary>Share of positive rows.</summary>
    [JsonPropertyName("prevalence")]
    public double? Prevalence { get; init; }

    /// <summary>Of words: share of the most frequent one among the rows; null for a single probability.</summary>
    [JsonPropertyName("most_frequent")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MostFrequent { get; init; }

    /// <summary>Accuracy of always saying the more frequent class, or the most frequent word, of these rows.</summary>
    [JsonIgnore]
    public double? MajorityAccuracy => MostFrequent ?? (Prevalence is { } share ? Math.Max(share, 1 - share) : null);

    /// <summary>Measures.</summary>
    /// <param name="positive">True where the row is of the class.</param>
    /// <param name="probabilities">Predicted probability of the class, in [0, 1].</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static ClassMetrics Of(IReadOnlyList<bool> positive, IReadOnlyList<double> probabilities)
    {
        if (positive.Count != probabilities.Count)
            throw new ArgumentException($"There are {positive.Count} truths and {probabilities.Count} probabilities.", nameof(probabilities));
        if (positive.Count == 0) return new ClassMetrics { Count = 0 };
        return new ClassMetrics
        {
            Count = positive.Count,
            Auc = Ranks.Auc(positive, probabilities),
            Accuracy = positive.Zip(probabilities, (truth, p) => p >= 0.5 == truth ? 1.0 : 0).Average(),
            LogLoss = positive.Zip(probabilities, (truth, p) => 0 - Math.Log(Math.Max(truth ? p : 1 - p, SmallestProbability))).Average(),
            CalibrationError = ExpectedCalibrationError(positive, probabilities),
            Prevalence = positive.Average(truth => truth ? 1.0 : 0),
        };
    }

    /// <summary>Measures the probabilities of several words, of which one is true in each row. The calibration error is that of the most probable word, the
    /// area under the ROC curve the mean of those of each word against the others.</summary>
    /// <param name="truths">The true word, by its place; −1 where it is none of them.</param>
    /// <param name="probabilities">Of each row the probability of each word.</param>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static ClassMetrics OfWords(IReadOnlyList<int> truths, IReadOnlyList<IReadOnlyList<double>> probabilities)
    {
        if (truths.Count != probabilities.Count)
            throw new ArgumentException($"There are {truths.Count} truths and probabilities of {probabilities.Count} rows.", nameof(probabilities));
        if (truths.Count == 0) return new ClassMetrics { Count = 0 };
        int[] said = [.. probabilities.Select(row => row.Index().MaxBy(word => word.Item).Index)];
        bool[] right = [.. truths.Zip(said, (truth, word) => truth == word)];
        double?[] areas = [.. Enumerable.Range(0, probabilities[0].Count).Select(word => Ranks.Auc([.. truths.Select(truth => truth == word)], [.. probabilities.Select(row => row[word])]))];
        return new ClassMetrics
        {
            Count = truths.Count,
            Auc = areas.Average(),
            Accuracy = right.Average(one => one ? 1.0 : 0),
            LogLoss = truths.Zip(probabilities, (truth, row) => 0 - Math.Log(Math.Max(truth < 0 ? 0 : row[truth], SmallestProbability))).Average(),
            CalibrationError = ExpectedCalibrationError(right, [.. said.Zip(probabilities, (word, row) => row[word])]),
            MostFrequent = (double)truths.CountBy(truth => truth).Max(word => word.Value) / truths.Count,
        };
    }

    private static double ExpectedCalibrationError(IReadOnlyList<bool> positive, IReadOnlyList<double> probabilities) =>
        positive.Zip(probabilities)
            .GroupBy(row => Math.Min((int)(row.Second * Bins), Bins - 1))
            .Sum(bin => Math.Abs(bin.Sum(row => row.Second - (row.First ? 1 : 0)))) / positive.Count;
}
