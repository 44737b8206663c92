using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>Takes the copy of the smallest energy: the activation of an element g is −s(g⁻¹·x) (§3.2 of arXiv:2211.06489).</summary>
/// <param name="group">The group.</param>
/// <param name="energy">s, from images [rows, channels, size, size] to [rows, 1].</param>
public sealed class EnergyImageCanonicalizer(ImageGroup group, nn.Module<Tensor, Tensor> energy)
    : OptimizedImageCanonicalizer(nameof(EnergyImageCanonicalizer), group, energy)
{
    /// <inheritdoc />
    public override Tensor Activations(Tensor vectors) => -vectors.squeeze(-1);
}
