using System.Text.Json.Serialization;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Learning.Files;

/// <summary>A target as a model file keeps it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Scaler">Its scaling, fitted on the training rows.</param>
public sealed record TargetDescription(Target Target, Scaler Scaler)
{
    /// <summary>The calibration of its intervals; null where there were no validation rows.</summary>
    public ConformalCalibration? Calibration { get; init; }

    /// <summary>Median of the target over the training rows, in its unit: what the median predictor says. Of moments that are known up to a
    /// flip, 0.</summary>
    public double? TrainingMedian { get; init; }

    /// <summary>For a class, the share of the training rows above <see cref="Target.Threshold"/>; null where it is not known.</summary>
    public double? TrainingShare { get; init; }

    /// <summary>True where the model gives the probability that the value is above <see cref="Target.Threshold"/>.</summary>
    [JsonIgnore]
    public bool IsClass => Target.IsClass;

    /// <summary>The same target, with what its values in the training rows tell.</summary>
    /// <param name="values">The known values.</param>
    public TargetDescription LearnedFrom(IReadOnlyList<double> values) => this with
    {
        TrainingMedian = SpinFlip.Concerns(Target) && values.Count > 0 ? 0 : Ranks.Median(values),
        TrainingShare = IsClass && values.Count > 0 ? values.Average(value => value > Target.Threshold ? 1.0 : 0) : null,
    };

    /// <summary>The same target with intervals calibrated on validation rows. A probability has no interval.</summary>
    public TargetDescription Calibrate(LabelledEstimates validation) =>
        this with { Calibration = IsClass ? null : ConformalCalibration.Fit(validation.Truths, validation.Estimates) };

    /// <summary>Measures the errors of this target.</summary>
    /// <param name="data">The rows, in words.</param>
    /// <param name="rows">Rows that the model was not trained on.</param>
    public Measurement Measure(string data, LabelledEstimates rows) => IsClass
        ? new Measurement(data, Target.Name, Classification: ClassMetrics.Of(
            [.. rows.Truths.Select(truth => truth > Target.Threshold)], [.. rows.Estimates.Select(estimate => estimate.Mean)]))
        : new Measurement(data, Target.Name, RegressionMetrics.Of(rows.Truths, rows.Estimates, TrainingMedian));
}
