using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// For values most of which are zero. Outputs: a logit ℓ, a size m, x with ln b = 7·tanh(x/7). Below <see cref="Target.Threshold"/>
/// a value counts as zero; the probability of being above is p = 1/(1 + exp(−ℓ)).
/// </summary>
/// <remarks>
/// Loss: −ln(1 − p) for a zero, −ln p + |y − m| + 0.01 (|y − m|/b + ln 2b) above the threshold; the residual in the term of the scale b is
/// a constant, as in <see cref="LaplaceHead"/>.
/// Estimate: the mixture of zero with weight 1 − p and a Laplace distribution around m of variance σ² = 2b² with weight p, which has the
/// mean p·m and the variance p(σ² + m²) − (p·m)². Source of the two parts: J. G. Cragg, Econometrica 39, 829 (1971).
/// </remarks>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target; its center is 0.</param>
public sealed class HurdleHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    private readonly double _threshold = scaler.Apply(target.Threshold);

    /// <inheritdoc/>
    public override int Width => 3;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled)
    {
        torch.Tensor above = scaled.gt(_threshold).to_type(raw.dtype);
        torch.Tensor error = (scaled - raw.select(1, 1)).abs();
        torch.Tensor size = error + LaplaceHead.ScaleLoss(error.detach(), LogScale.Of(raw.select(1, 2)));
        return ClassHead.CrossEntropy(raw.select(1, 0), above) + above * size;
    }

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw)
    {
        double p = ClassHead.Probability(raw[0]);
        double m = raw[1];
        double deviation = LaplaceHead.Deviation(raw[2]);
        double variance = p * (deviation * deviation + m * m) - p * m * (p * m);
        return Unscale(p * m, Math.Sqrt(Math.Max(variance, 0)));
    }
}
