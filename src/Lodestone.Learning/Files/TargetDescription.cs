using Lodestone.Learning.Heads;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Learning.Files;

/// <summary>A target as a model file keeps it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Scaler">Its scaling, fitted on the training rows.</param>
public sealed record TargetDescription(Target Target, Scaler Scaler)
{
    /// <summary>The calibration of its intervals; null where there were no validation rows.</summary>
    public ConformalCalibration? Calibration { get; init; }

    /// <summary>Median of the target over the training rows, in its unit: what the median predictor says.</summary>
    public double? TrainingMedian { get; init; }
}
