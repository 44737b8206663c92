using Lodestone.Learning.Metrics;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>What one model does with the test crystals.</summary>
/// <param name="Variant">Name of the variant.</param>
/// <param name="Seed">Seed of weights, of the order of the rows and of the placements.</param>
/// <param name="Options">Sizes and epochs.</param>
/// <param name="TrainingRows">Crystals that it learned from.</param>
/// <param name="ValidationLying">Errors on the validation crystals as they lie.</param>
/// <param name="ValidationTurned">Errors on the validation crystals, turned.</param>
/// <param name="Lying">Errors on the test crystals as they lie in the data.</param>
/// <param name="Turned">Errors on them when each is turned and possibly mirrored at random, its cell kept.</param>
/// <param name="DescribedAnew">Errors on them when each is turned, shifted and described by another cell.</param>
/// <param name="IdentityMetric">Mean ‖R − I‖ over crystals that were held out from the training rows; null where nothing was adapted.</param>
/// <param name="Seconds">Time of the training or adaptation, that of the plain network not counted in.</param>
public sealed record CrystalAdaptationResult(
    string Variant, ulong Seed, CrystalAdaptationOptions Options, int TrainingRows, RegressionMetrics ValidationLying, RegressionMetrics ValidationTurned,
    RegressionMetrics Lying, RegressionMetrics Turned, RegressionMetrics DescribedAnew, double? IdentityMetric, double Seconds);
