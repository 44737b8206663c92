using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// A value with an error bar. Outputs: m, x. The value m learns by |y − m| alone. The scale b = exp(s), s = 7·tanh(x/7), learns by the
/// negative log-likelihood of a Laplace distribution, |y − m|/b + ln 2b, in which the residual is a constant, so that the error bar does not
/// pull on m. Times 0.01, it hardly pulls on the layers that m and x share either, while an optimizer that scales its steps a parameter (Adam)
/// learns x as fast all the same. The standard deviation is √2·b.
/// </summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
public sealed class LaplaceHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    /// <summary>Weight of the loss of a scale beside the loss of its value.</summary>
    internal const double ScaleWeight = 0.01;

    /// <inheritdoc/>
    public override int Width => 2;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled)
    {
        torch.Tensor error = (scaled - raw.select(1, 0)).abs();
        return error + ScaleLoss(error.detach(), LogScale.Of(raw.select(1, 1)));
    }

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw) => Unscale(raw[0], Deviation(raw[1]));

    /// <summary>0.01 (error/b + ln 2b).</summary>
    internal static torch.Tensor ScaleLoss(torch.Tensor error, torch.Tensor logScale) =>
        ScaleWeight * (error * (-logScale).exp() + logScale + Math.Log(2));

    /// <summary>√2·b of an output.</summary>
    internal static double Deviation(double raw) => Math.Sqrt(2) * Math.Exp(LogScale.Of(raw));
}
