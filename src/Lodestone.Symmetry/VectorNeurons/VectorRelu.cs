using static TorchSharp.torch;

namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>
/// The rectifier of vector neurons (Deng et al. 2021, equations 4 to 6). Each channel learns a direction d = W·V; of a vector that points away from
/// it, only the share <c>slope</c> of the part along d is kept,
/// <code>V − (1 − slope) · min(⟨V, d⟩, 0) / (‖d‖² + 10⁻⁶) · d.</code>
/// </summary>
public sealed class VectorRelu : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-6;
    private readonly double _slope;
    private readonly VectorLinear direction;

    /// <summary>Makes a layer with random directions from torch's generator.</summary>
    /// <param name="channels">Vector channels.</param>
    /// <param name="slope">0 for the rectifier, 1 for no change.</param>
    public VectorRelu(int channels, double slope = 0)
        : base(nameof(VectorRelu))
    {
        _slope = slope;
        direction = new VectorLinear(channels, channels);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="vectors">[…, channels, n].</param>
    /// <returns>[…, channels, n]</returns>
    public override Tensor forward(Tensor vectors)
    {
        Tensor d = direction.forward(vectors);
        Tensor along = (vectors * d).sum(-1, keepdim: true).clamp_max(0) / (d.square().sum(-1, keepdim: true) + Epsilon);
        return vectors - (1 - _slope) * along * d;
    }
}
