namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>What one model does with the molecules. Errors are mean absolute ones, in the unit of the target.</summary>
/// <param name="Variant">What was done to the pretrained predictor.</param>
/// <param name="Seed">Seed of weights, of the order of the rows and of the turns.</param>
/// <param name="Options">Sizes and epochs.</param>
/// <param name="TrainingRows">Molecules that it learned from.</param>
/// <param name="TestRows">Molecules that it is measured on.</param>
/// <param name="MedianError">Error of the median of the training molecules on the test molecules.</param>
/// <param name="ValidationLying">Error on the validation molecules as they lie.</param>
/// <param name="ValidationTurned">Error on the validation molecules, turned.</param>
/// <param name="Lying">Error on the test molecules as they lie.</param>
/// <param name="Turned">Error on the test molecules when each is turned at random.</param>
/// <param name="IdentityMetric">Mean ‖R − I‖ over test molecules as they lie, where R is by what the canonicalizer turns them; null without one.</param>
/// <param name="Seconds">Time of the adaptation; of the pretraining for the plain predictor.</param>
public sealed record MoleculeAdaptationResult(
    MoleculeVariant Variant, ulong Seed, MoleculeAdaptationOptions Options, int TrainingRows, int TestRows, double MedianError, double ValidationLying,
    double ValidationTurned, double Lying, double Turned, double? IdentityMetric, double Seconds);
