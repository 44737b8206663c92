using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// The most general equivariant affine map between channels of two representations of a finite group, solved exactly: weights are the
/// coordinates of W in a basis of <see cref="EquivariantMaps"/>, one set for each pair of channels. Between permutations it is a
/// <see cref="TiedLinear"/> with other coordinates.
/// </summary>
public sealed class EquivariantLinear : nn.Module<Tensor, Tensor>
{
    private readonly ConstantTensor _maps;
    private readonly ConstantTensor _offsets;
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Makes a layer with random weights from torch's generator, such that outputs are as large as inputs, and no bias.</summary>
    /// <param name="input">How the group acts on inputs.</param>
    /// <param name="output">How the same group acts on outputs.</param>
    /// <param name="inputChannels">Vectors that come in.</param>
    /// <param name="outputChannels">Vectors that go out.</param>
    /// <exception cref="ArgumentException">The representations are of different groups, or too large (<see cref="EquivariantMaps.Basis"/>).</exception>
    public EquivariantLinear(Representation input, Representation output, int inputChannels = 1, int outputChannels = 1)
        : base(nameof(EquivariantLinear))
    {
        (Input, Output, InputChannels, OutputChannels) = (input, output, inputChannels, outputChannels);
        _maps = new ConstantTensor(EquivariantMaps.Basis(input, output));
        _offsets = new ConstantTensor(EquivariantMaps.FixedVectors(output));
        double deviation = Math.Sqrt((double)output.Dimension / (Math.Max(1, _maps.Count) * inputChannels));
        weight = new Parameter(randn(_maps.Count, (long)inputChannels * outputChannels) * deviation);
        bias = new Parameter(zeros(_offsets.Count, outputChannels));
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    /// <summary>How the group acts on inputs.</summary>
    public Representation Input { get; }

    /// <summary>How the group acts on outputs.</summary>
    public Representation Output { get; }

    /// <summary>Vectors that come in.</summary>
    public int InputChannels { get; }

    /// <summary>Vectors that go out.</summary>
    public int OutputChannels { get; }

    /// <summary>The dimension of the space of equivariant maps: independent weights between two channels.</summary>
    public int Maps => (int)_maps.Count;

    /// <inheritdoc />
    /// <param name="vectors">[rows, input channels, input dimension].</param>
    /// <returns>[rows, output channels, output dimension]</returns>
    public override Tensor forward(Tensor vectors)
    {
        Tensor full = _maps.As(weight.dtype).flatten(1).t().matmul(weight)
            .view(Output.Dimension, Input.Dimension, InputChannels, OutputChannels).permute(3, 0, 2, 1)
            .reshape(OutputChannels * Output.Dimension, InputChannels * Input.Dimension);
        Tensor offset = bias.t().matmul(_offsets.As(bias.dtype)).flatten();
        return nn.functional.linear(vectors.flatten(1), full, offset).view(-1, OutputChannels, Output.Dimension);
    }
}
