using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>One number and no error bar of its own.</summary>
/// <param name="target">The target.</param>
/// <param name="scaler">The scaling of the target.</param>
/// <param name="loss">The loss of the scaled residual.</param>
public sealed class PointHead(Target target, Scaler scaler, PointLoss loss) : TargetHead(target, scaler)
{
    /// <inheritdoc/>
    public override int Width => 1;

    /// <inheritdoc/>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled)
    {
        torch.Tensor residual = raw.select(1, 0) - scaled;
        return loss switch
        {
            PointLoss.Mse => residual.square(),
            PointLoss.Huber => torch.nn.functional.huber_loss(raw.select(1, 0), scaled, reduction: torch.nn.Reduction.None),
            _ => residual.abs(),
        };
    }

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw) => Unscale(raw[0], 0);
}
