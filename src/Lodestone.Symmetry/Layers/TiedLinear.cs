using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// The most general linear map between vectors on permuted points that is equivariant: weights of one colour of a <see cref="TyingPattern"/>
/// are equal,
/// <code>y[j, o] = Σ_ic w[colour(i, j), c, o] · x[i, c] + b[colour(j), o].</code>
/// Under all permutations of the points it is the layer of Deep Sets (Zaheer et al., NeurIPS 2017): two weights and one bias a channel.
/// </summary>
public sealed class TiedLinear : nn.Module<Tensor, Tensor>
{
    private readonly ImmutableArray<long> _pairs;
    private readonly ImmutableArray<long> _outputs;
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Makes a layer with random weights from torch's generator, uniform in ±1/√fan.</summary>
    /// <param name="pattern">Which weights are equal.</param>
    /// <param name="inputChannels">Numbers at each input point.</param>
    /// <param name="outputChannels">Numbers at each output point.</param>
    /// <param name="fan">What sets the size of initial weights.</param>
    public TiedLinear(TyingPattern pattern, int inputChannels, int outputChannels, TiedFan fan = TiedFan.All)
        : base(nameof(TiedLinear))
    {
        Pattern = pattern;
        InputChannels = inputChannels;
        OutputChannels = outputChannels;
        _pairs = [.. pattern.Pairs.Index.Select(colour => (long)colour)];
        _outputs = [.. pattern.Outputs.Index.Select(colour => (long)colour)];
        double bound = 1 / Math.Sqrt(fan switch
        {
            TiedFan.Channels => inputChannels,
            TiedFan.Points => pattern.InputPoints,
            _ => (double)pattern.InputPoints * inputChannels,
        });
        weight = new Parameter((rand(pattern.Colours, inputChannels, outputChannels) * 2 - 1) * bound);
        bias = new Parameter((rand(pattern.Outputs.Count, outputChannels) * 2 - 1) * bound);
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias);
    }

    /// <summary>Which weights are equal.</summary>
    public TyingPattern Pattern { get; }

    /// <summary>Numbers at each input point.</summary>
    public int InputChannels { get; }

    /// <summary>Numbers at each output point.</summary>
    public int OutputChannels { get; }

    /// <summary>The independent weights: [colours, input channels, output channels].</summary>
    public Tensor Weight => weight;

    /// <summary>The independent biases: [colours of output points, output channels].</summary>
    public Tensor Bias => bias;

    /// <inheritdoc />
    /// <param name="points">[rows, input points, input channels].</param>
    /// <returns>[rows, output points, output channels]</returns>
    public override Tensor forward(Tensor points)
    {
        var (full, offset) = Expand();
        return nn.functional.linear(points.flatten(1), full.t(), offset).view(-1, Pattern.OutputPoints, OutputChannels);
    }

    /// <summary>The weights with all repetitions, for rows in which points follow one another and each holds its channels.</summary>
    /// <returns>Weights [input points · input channels, output points · output channels], and bias [output points · output channels].</returns>
    public (Tensor Weight, Tensor Bias) Expand() => (
        Arrange(weight.index_select(0, tensor(_pairs.AsSpan().ToArray())), Pattern.InputPoints, Pattern.OutputPoints),
        bias.index_select(0, tensor(_outputs.AsSpan().ToArray())).flatten());

    /// <summary>The weights of the layer on inputs that are equal within orbits of points, read at one point of each orbit.</summary>
    /// <param name="orbits">The orbits of input and output points.</param>
    /// <returns>Weights [input orbits · input channels, output orbits · output channels], and bias [output orbits · output channels].</returns>
    public (Tensor Weight, Tensor Bias) Fold(OrbitFold orbits)
    {
        Tensor counts = tensor(orbits.Counts).view(-1, Pattern.Colours).to_type(weight.dtype);
        Tensor sums = counts.matmul(weight.flatten(1)).view(-1, InputChannels, OutputChannels);
        return (
            Arrange(sums, orbits.InputOrbits, orbits.OutputOrbits),
            bias.index_select(0, tensor(orbits.OutputColours)).flatten());
    }

    private Tensor Arrange(Tensor blocks, int inputs, int outputs) =>
        blocks.view(inputs, outputs, InputChannels, OutputChannels).permute(0, 2, 1, 3).reshape(inputs * InputChannels, outputs * OutputChannels);
}
