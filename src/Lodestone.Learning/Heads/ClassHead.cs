using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// The probability p = 1/(1 + exp(−ℓ)) that a value is above <see cref="Target.Threshold"/>. Output: the logit ℓ. Loss: cross entropy.
/// The standard deviation of an estimate is that of a Bernoulli variable, √(p(1 − p)).
/// </summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
public sealed class ClassHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    private readonly double _threshold = scaler.Apply(target.Threshold);

    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled) =>
        CrossEntropy(raw.select(1, 0), scaled.gt(_threshold).to_type(raw.dtype));

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw)
    {
        double p = Probability(raw[0]);
        return new Estimate(p, Math.Sqrt(p * (1 - p)), 0, null);
    }

    /// <summary>−y ln p − (1 − y) ln(1 − p), computed from the logit without overflow.</summary>
    internal static torch.Tensor CrossEntropy(torch.Tensor logit, torch.Tensor label) =>
        torch.nn.functional.binary_cross_entropy_with_logits(logit, label, reduction: torch.nn.Reduction.None);

    /// <summary>The probability of a logit.</summary>
    internal static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));
}
