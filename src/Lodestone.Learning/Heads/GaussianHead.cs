using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// A value with an error bar, both learnt by the negative log-likelihood of a normal distribution, ½(y − m)²/σ² + ln σ + ½ ln 2π.
/// Outputs: m, x, with ln σ = 7·tanh(x/7). Sources: D. A. Nix and A. S. Weigend, Proc. ICNN 1, 55 (1994), eq. 2;
/// A. Kendall and Y. Gal, NeurIPS (2017), eq. 8.
/// </summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
public sealed class GaussianHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <inheritdoc/>
    public override int Width => 2;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled)
    {
        torch.Tensor logDeviation = LogScale.Of(raw.select(1, 1));
        torch.Tensor standardized = (scaled - raw.select(1, 0)) * (-logDeviation).exp();
        return standardized.square() * 0.5 + logDeviation + HalfLogTwoPi;
    }

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw) => Unscale(raw[0], Math.Exp(LogScale.Of(raw[1])));
}
