using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Models.Hurdle;

/// <summary>
/// A model of whether a value is zero and one of its size where it is not, as one: the mixture of zero with weight 1 − p and a value m ± σ
/// with weight p, as in <see cref="Learning.Heads.HurdleHead"/>. Its mean is p·m, its aleatoric variance p(σ² + m²) − (p·m)², its epistemic
/// variance m² Var p + p² Var m (J. G. Cragg, Econometrica 39, 829 (1971)).
/// </summary>
/// <param name="occurrence">Gives the probabilities p, one a target.</param>
/// <param name="size">Gives the sizes m ± σ of the same targets.</param>
/// <param name="targets">The targets.</param>
internal sealed class HurdleModel(IPropertyModel occurrence, IPropertyModel size, IReadOnlyList<Target> targets) : IPropertyModel
{
    /// <inheritdoc/>
    public IReadOnlyList<Target> Targets { get; } = targets;

    /// <summary>The calibration of each target's intervals; null entries where there is none.</summary>
    public ImmutableArray<ConformalCalibration?> Calibrations { get; init; } = [.. targets.Select(ConformalCalibration? (_) => null)];

    /// <inheritdoc/>
    /// <remarks>A material that one of the two cannot take fails with its reason.</remarks>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default) =>
        [.. occurrence.Predict(materials, cancellation).Zip(size.Predict(materials, cancellation), Combine)];

    /// <summary>Disposes both models.</summary>
    public void Dispose()
    {
        occurrence.Dispose();
        size.Dispose();
    }

    private Prediction Combine(Prediction probability, Prediction value)
    {
        if (!probability.Succeeded) return probability;
        if (!value.Succeeded) return value;
        return EnsembleEstimate.Combine(Targets, Calibrations, [probability.Estimates.Zip(value.Estimates, Mix).ToImmutableArray()]);
    }

    private static Estimate Mix(Estimate probability, Estimate value)
    {
        double p = probability.Mean, m = value.Mean;
        double aleatoric = p * (value.Aleatoric * value.Aleatoric + m * m) - p * m * (p * m);
        double epistemic = m * m * probability.Epistemic * probability.Epistemic + p * p * value.Epistemic * value.Epistemic;
        return new Estimate(p * m, Math.Sqrt(Math.Max(aleatoric, 0)), Math.Sqrt(epistemic), null);
    }
}
