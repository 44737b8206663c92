using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// For values most of which are zero. Outputs: a logit ℓ, a size m, x with ln b = 7·tanh(x/7). Below <see cref="Target.Threshold"/>
/// a value counts as zero; the probability of being above is p = 1/(1 + exp(−ℓ)).
/// </summary>
/// <remarks>
/// Loss: −ln p + |y − m| + 0.01 (r/b + ln 2b) with r = |y − m| above the threshold, −ln(1 − p) + 0.01 (r/b + ln 2b) with r = 1 for a zero; in the
/// term of the scale b, r is a constant, as in <see cref="LaplaceHead"/>. A zero says nothing of the size, and so its scale is to be that of all
/// values: without this, b may become so large there that p·b² is large however small p is.
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
        torch.Tensor residual = above * error.detach() + (1 - above);
        return ClassHead.CrossEntropy(raw.select(1, 0), above) + above * error + LaplaceHead.ScaleLoss(residual, LogScale.Of(raw.select(1, 2)));
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
