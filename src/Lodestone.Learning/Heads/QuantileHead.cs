using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// A value between two quantiles, without an assumption on how values are distributed. Outputs: the median m, the 10 % quantile and the 90 %
/// quantile, each learned by its pinball loss (Koenker and Bassett, Econometrica 46, 33, 1978), of which the median's, times two, is |y − m|.
/// Where outputs cross, they are put in order (Chernozhukov, Fernández-Val and Galichon, Econometrica 78, 1093, 2010). The standard deviation is
/// that of the normal distribution with the same distance of the quantiles.
/// </summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
public sealed class QuantileHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    /// <summary>The upper quantile; the lower one is as far from 0.</summary>
    private const double Upper = 0.9;

    /// <summary>Distance of the two quantiles of the standard normal distribution.</summary>
    private const double NormalDistance = 2 * 1.2815515655446004;

    /// <inheritdoc/>
    public override int Width => 3;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled) =>
        2 * Pinball(0.5, scaled - raw.select(1, 0)) + Pinball(1 - Upper, scaled - raw.select(1, 1)) + Pinball(Upper, scaled - raw.select(1, 2));

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw)
    {
        Span<float> ordered = [raw[0], raw[1], raw[2]];
        ordered.Sort();
        return Unscale(ordered[1], (ordered[2] - ordered[0]) / NormalDistance);
    }

    private static torch.Tensor Pinball(double quantile, torch.Tensor residual) =>
        torch.maximum(quantile * residual, (quantile - 1) * residual);
}
