using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Breaking;

/// <summary>
/// An <see cref="EquivariantMlp"/> that sees normal noise beside its input: f(g·x, g·ε) = g·f(x, ε). An output may be less symmetric than the
/// input, but only the distribution of outputs is equivariant, and each call gives another output. The usual alternative to
/// <see cref="RelaxedEquivariantMlp"/>.
/// </summary>
public sealed class NoisyEquivariantMlp : nn.Module<Tensor, Tensor>
{
    private readonly EquivariantMlp network;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="input">How the group acts on inputs.</param>
    /// <param name="noise">How it acts on the noise; orthogonal, so that the noise is as likely turned as not.</param>
    /// <param name="hidden">How it permutes hidden vectors.</param>
    /// <param name="output">How it acts on outputs.</param>
    /// <param name="channels">Hidden vectors in a layer.</param>
    /// <param name="hiddenLayers">Layers of hidden vectors, at least one.</param>
    /// <exception cref="ArgumentException">The representations are of different groups, or too large (<see cref="EquivariantMaps.Basis"/>).</exception>
    public NoisyEquivariantMlp(
        Representation input, Representation noise, PermutationRepresentation hidden, Representation output, int channels = 16, int hiddenLayers = 2)
        : base(nameof(NoisyEquivariantMlp))
    {
        (Input, Noise, Output) = (input, noise, output);
        network = new EquivariantMlp(Representation.DirectSum(input, noise), hidden, output, channels, hiddenLayers);
        RegisterComponents();
    }

    /// <summary>How the group acts on inputs.</summary>
    public Representation Input { get; }

    /// <summary>How the group acts on the noise.</summary>
    public Representation Noise { get; }

    /// <summary>How the group acts on outputs.</summary>
    public Representation Output { get; }

    /// <inheritdoc />
    /// <param name="vectors">[rows, input dimension]; the noise comes from torch's generator.</param>
    /// <returns>[rows, output dimension]</returns>
    public override Tensor forward(Tensor vectors) => Forward(vectors, randn(vectors.shape[0], Noise.Dimension, dtype: vectors.dtype));

    /// <summary>The same with given noise.</summary>
    /// <param name="vectors">[rows, input dimension].</param>
    /// <param name="noise">[rows, noise dimension].</param>
    /// <returns>[rows, output dimension]</returns>
    public Tensor Forward(Tensor vectors, Tensor noise) => network.forward(cat([vectors, noise], 1));
}
