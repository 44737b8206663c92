using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>Batch normalization of the lengths of vectors (Deng et al. 2021, section 3.4): V · BN(‖V‖) / ‖V‖, each channel by itself.</summary>
public sealed class VectorBatchNorm : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-6;
    private readonly int _channels;
    private readonly BatchNorm1d lengths;

    /// <summary>Makes a layer.</summary>
    /// <param name="channels">Vector channels.</param>
    public VectorBatchNorm(int channels)
        : base(nameof(VectorBatchNorm))
    {
        _channels = channels;
        lengths = nn.BatchNorm1d(channels);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="vectors">[…, channels, n].</param>
    /// <returns>[…, channels, n]</returns>
    public override Tensor forward(Tensor vectors)
    {
        Tensor length = (vectors.square().sum(-1) + Epsilon * Epsilon).sqrt();
        Tensor normalized = lengths.forward(length.reshape(-1, _channels).to_type(lengths.weight!.dtype)).view(length.shape).to_type(vectors.dtype);
        return vectors * (normalized / length).unsqueeze(-1);
    }
}
