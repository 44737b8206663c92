using System.Text.Json.Serialization;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Learning.Metrics;

namespace Lodestone.Models.CrossValidation;

/// <summary>The errors of one target in a cross-validation.</summary>
/// <param name="IsClass">True where the predictions are probabilities of a class.</param>
/// <param name="Mean">Mean of each error over the folds; null where a fold does not define it.</param>
/// <param name="Deviation">Standard deviation of each error over the folds, with one degree of freedom less than folds.</param>
/// <param name="Folds">One a fold.</param>
public sealed record TargetScores(
    [property: JsonPropertyName("class")] bool IsClass,
    [property: JsonPropertyName("mean")] IReadOnlyDictionary<string, double?> Mean,
    [property: JsonPropertyName("sd")] IReadOnlyDictionary<string, double?> Deviation,
    [property: JsonPropertyName("folds")] IReadOnlyList<FoldScores> Folds)
{
    /// <summary>
    /// Expected calibration error of the probabilities over the held-out rows of all folds together: one fold has too few rows for its bins.
    /// Null for a number.
    /// </summary>
    [JsonPropertyName("ece")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CalibrationError { get; init; }

    /// <summary>Measures.</summary>
    /// <param name="target">The target.</param>
    /// <param name="plan">The rows.</param>
    /// <param name="held">All held-out rows.</param>
    /// <param name="variants">The variant of each fold; empty where there was no choice.</param>
    internal static TargetScores Of(Target target, CrossValidationPlan plan, IReadOnlyList<HeldOutEstimate> held, IReadOnlyList<int> variants)
    {
        ILookup<int, HeldOutEstimate> rows = held.Where(row => row.Target == target.Name && row.Truth is not null).ToLookup(row => row.Fold);
        FoldScores[] folds = [.. plan.Folds.Select((fold, number) =>
            Measure(target, number, TrainingValues(target, plan, fold), [.. rows[number]]) with { Variant = variants.Count > 0 ? variants[number] : null })];
        Dictionary<string, double?> mean = [], deviation = [];
        foreach (string name in folds[0].Metrics.Keys)
        {
            double?[] values = [.. folds.Select(fold => fold.Metrics[name])];
            bool known = values.All(value => value is not null);
            mean[name] = known ? values.Average() : null;
            deviation[name] = known ? Math.Sqrt(values.Sum(value => Math.Pow(value!.Value - mean[name]!.Value, 2)) / (values.Length - 1)) : null;
        }
        return new TargetScores(target.IsClass, mean, deviation, folds)
        {
            CalibrationError = target.IsClass ? HeldOutMetrics.CalibrationError([.. rows.SelectMany(fold => fold)]) : null,
        };
    }

    /// <summary>Measures one fold.</summary>
    /// <param name="target">The target.</param>
    /// <param name="fold">Its number.</param>
    /// <param name="training">Values of its training rows.</param>
    /// <param name="held">Its held-out rows with a true value.</param>
    internal static FoldScores Measure(Target target, int fold, IReadOnlyList<double> training, IReadOnlyList<HeldOutEstimate> held)
    {
        HeldOutEstimate[] predicted = [.. held.Where(row => row.Prediction is not null)];
        IReadOnlyDictionary<string, double?> metrics = target.IsClass
            ? HeldOutMetrics.OfClass(predicted, training.Count == 0 ? 0.5 : training.Average(value => value > target.Threshold ? 1.0 : 0))
            : HeldOutMetrics.OfNumber(predicted, Ranks.Median(training));
        return new FoldScores(fold, training.Count, predicted.Length, held.Count - predicted.Length, metrics);
    }

    /// <summary>The known values of a target among the training rows of a fold.</summary>
    internal static double[] TrainingValues(Target target, CrossValidationPlan plan, Fold fold) =>
        [.. fold.Train.Select(row => TargetValues.OfMaterial(plan.Materials[row], target)).OfType<double>()];
}
