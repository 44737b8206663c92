namespace Lodestone.Models.Canonicalization;

/// <summary>What an adaptation found and reached, on the materials that it did not learn from.</summary>
/// <param name="Materials">Crystals that the canonicalizer learned from.</param>
/// <param name="HeldOut">Crystals that the numbers below are of.</param>
/// <param name="Failures">Materials that are no crystal which the canonicalizer can take.</param>
/// <param name="ChangeBefore">
/// By how much the given model's predictions change when a crystal is turned or described otherwise, the largest of all targets, as a share of the
/// standard deviation of its predictions between crystals.
/// </param>
/// <param name="ChangeAfter">The same of the adapted model.</param>
/// <param name="IdentityMetric">Mean ‖R − I‖: how far the canonicalizer turns crystals that lie as in the training data; 0 at best, about 2.4 by chance.</param>
public sealed record AdaptationReport(int Materials, int HeldOut, int Failures, double ChangeBefore, double ChangeAfter, double IdentityMetric)
{
    private const double Unchanged = 1e-4;

    /// <summary>True where the model needed no canonicalizer.</summary>
    public bool WasInvariant => ChangeBefore <= Unchanged;
}
