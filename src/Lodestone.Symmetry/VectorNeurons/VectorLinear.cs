using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>
/// Mixes vector channels, V → W·V (Deng et al., "Vector neurons", ICCV 2021, equation 2). Rotations act on the last axis and W on the one before
/// it, so they commute. A bias would add the same number to all coordinates, which no rotation keeps: there is none, except as
/// <see cref="VectorNeuronOptions.LegacyBias"/>.
/// </summary>
public sealed class VectorLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;

    /// <summary>Makes a layer with random weights from torch's generator, uniform in ±1/√channels.</summary>
    /// <param name="inputChannels">Vectors that come in.</param>
    /// <param name="outputChannels">Vectors that go out.</param>
    /// <param name="legacyBias">True for the bias of the published canonicalizer, which is not equivariant.</param>
    public VectorLinear(int inputChannels, int outputChannels, bool legacyBias = false)
        : base(nameof(VectorLinear))
    {
        double bound = 1 / Math.Sqrt(inputChannels);
        weight = new Parameter((rand(outputChannels, inputChannels) * 2 - 1) * bound);
        register_parameter(nameof(weight), weight);
        if (!legacyBias) return;
        bias = new Parameter((rand(outputChannels) * 2 - 1) * bound);
        register_parameter(nameof(bias), bias);
    }

    /// <inheritdoc />
    /// <param name="vectors">[…, input channels, n].</param>
    /// <returns>[…, output channels, n], in the precision of the input.</returns>
    public override Tensor forward(Tensor vectors) =>
        nn.functional.linear(vectors.transpose(-1, -2), weight.to_type(vectors.dtype), bias?.to_type(vectors.dtype)).transpose(-1, -2);
}
