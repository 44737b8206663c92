using static TorchSharp.torch;

namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>
/// For each channel the vector of the one point that reaches farthest along a learned direction, ⟨V, W·V⟩ (Deng et al. 2021, section 3.3).
/// </summary>
public sealed class VectorMaxPool : nn.Module<Tensor, Tensor>
{
    private readonly VectorLinear direction;

    /// <summary>Makes a layer with random directions from torch's generator.</summary>
    /// <param name="channels">Vector channels.</param>
    public VectorMaxPool(int channels)
        : base(nameof(VectorMaxPool))
    {
        direction = new VectorLinear(channels, channels);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="vectors">[…, points, channels, n].</param>
    /// <returns>[…, channels, n]</returns>
    public override Tensor forward(Tensor vectors)
    {
        Tensor reach = (vectors * direction.forward(vectors)).sum(-1, keepdim: true);
        Tensor farthest = reach.argmax(-3, keepdim: true).expand([.. vectors.shape[..^3], 1, .. vectors.shape[^2..]]);
        return vectors.gather(-3, farthest).squeeze(-3);
    }
}
