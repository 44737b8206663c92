using Lodestone.Symmetry.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images.Harmonics;

/// <summary>
/// A convolution with circular harmonics (D. E. Worrall et al., "Harmonic networks: deep translation and rotation equivariance", CVPR 2017,
/// arXiv:1612.04642). Fields are complex; where the image turns by α, a field of frequency m is multiplied by e^{imα} beside turning. Kernels
/// R(r)·e^{i(m−n)θ} take a field of frequency n to one of frequency m, and radial profiles R are learned: complex ones for SO(2), real ones
/// for O(2), which make a field of a reflected image the complex conjugate. Exact for quarter turns and for reflections.
/// </summary>
internal sealed class HarmonicConvolution : nn.Module<Tensor, Tensor>
{
    // Gates halve fields at first.
    private const double Gain = 2;
    private readonly ConstantTensor _matrices;
    private readonly int _size;
    private readonly int _padding;
    private readonly Parameter profiles;

    /// <summary>Makes a layer with random weights from torch's generator.</summary>
    /// <param name="inputs">Frequencies of the input.</param>
    /// <param name="inputChannels">Channels of each.</param>
    /// <param name="outputs">Frequencies of the output.</param>
    /// <param name="outputChannels">Channels of each.</param>
    /// <param name="size">Pixels along a side of the kernels.</param>
    /// <param name="widths">Widths of the profiles, in pixels.</param>
    /// <param name="padding">Pixels of zeros around the fields.</param>
    /// <param name="reflections">True for O(2).</param>
    public HarmonicConvolution(
        int[] inputs, int inputChannels, int[] outputs, int outputChannels, int size, double[] widths, int padding, bool reflections)
        : base(nameof(HarmonicConvolution))
    {
        int phases = reflections ? 1 : 2;
        _size = size;
        _padding = padding;
        _matrices = new ConstantTensor(HarmonicBasis.Matrices(inputs, outputs, size, widths, phases));
        double deviation = Gain / Math.Sqrt(inputs.Length * inputChannels * widths.Length * phases);
        profiles = new Parameter(randn([outputs.Length, outputChannels, inputs.Length, inputChannels, widths.Length, phases]) * deviation);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="fields">[rows, inputs · channels · 2, h, w], the last factor for real and imaginary part.</param>
    /// <returns>[rows, outputs · channels · 2, h + 2 · padding − size + 1, w + 2 · padding − size + 1]</returns>
    public override Tensor forward(Tensor fields)
    {
        using var scope = NewDisposeScope();
        long[] shape = profiles.shape;
        Tensor kernels = einsum("mcnirq,mnrqpsxy->mcpnisxy", profiles, _matrices.As(profiles.dtype)).reshape(shape[0] * shape[1] * 2, shape[2] * shape[3] * 2, _size, _size);
        return nn.functional.conv2d(fields, kernels, padding: [_padding, _padding]).MoveToOuterDisposeScope();
    }
}
