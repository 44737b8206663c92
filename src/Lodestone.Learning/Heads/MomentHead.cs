using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>
/// The moments of sites, which have a meaning up to a flip of them all. Output: m, one a site. Loss, one a material:
/// <code>min( mean over sites of (m − y)², mean over sites of (m + y)² ).</code>
/// Source: Kaba and Ravanbakhsh, "Equivariant networks for crystal structures", arXiv 2211.15420 (2022), who add the losses of a batch; the
/// objective takes their mean, so that a batch of another size needs no other learning rate.
/// </summary>
/// <param name="target">The target, of sites.</param>
/// <param name="scaler">The scaling of the target; its center is 0.</param>
public sealed class MomentHead(Target target, Scaler scaler) : TargetHead(target, scaler)
{
    /// <inheritdoc/>
    public override int Width => 1;

    /// <summary>The squared error of each row, as if no flip were allowed.</summary>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled) => (raw.select(1, 0) - scaled).square();

    /// <inheritdoc/>
    /// <returns>[materials]</returns>
    public override torch.Tensor Loss(torch.Tensor raw, torch.Tensor scaled, long[] materials)
    {
        long count = materials[^1] + 1;
        var share = new float[materials.Length];
        foreach (var group in Enumerable.Range(0, materials.Length).GroupBy(row => materials[row]))
            foreach (int row in group) share[row] = 1f / group.Count();
        torch.Tensor index = torch.tensor(materials), weight = torch.tensor(share).to_type(raw.dtype);
        return torch.minimum(Mean(Loss(raw, scaled)), Mean(Loss(raw, -scaled)));

        torch.Tensor Mean(torch.Tensor losses) => torch.zeros(count, losses.dtype).index_add_(0, index, losses * weight, 1);
    }

    /// <inheritdoc/>
    public override Estimate Interpret(ReadOnlySpan<float> raw) => Unscale(raw[0], 0);
}
