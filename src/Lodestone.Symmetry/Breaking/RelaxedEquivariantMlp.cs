using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Breaking;

/// <summary>
/// An <see cref="EquivariantMlp"/> that may break the symmetry of its input and is relaxed equivariant: φ(g·x) = g·k·φ(x) with some k that leaves
/// x alone (S.-O. Kaba and S. Ravanbakhsh, arXiv:2312.09016). Beside x, the network sees h(x)·v: a learned vector v turned by the frame of
/// <see cref="OrbitFrames"/>. (x, h(x)·v) goes to g·k·(x, h(x)·v) when x goes to g·x, because k leaves x alone. For inputs without symmetry v
/// is left out: there the network is the equivariant one. The construction is ours, not that of the paper.
/// </summary>
public sealed class RelaxedEquivariantMlp : nn.Module<Tensor, Tensor>
{
    private readonly ConstantTensor _turns;
    private readonly Parameter mark;
    private readonly EquivariantMlp network;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="input">How the group acts on inputs.</param>
    /// <param name="marker">How it acts on v; only what moves some vector of it can be broken. The regular representation breaks everything.</param>
    /// <param name="hidden">How it permutes hidden vectors.</param>
    /// <param name="output">How it acts on outputs.</param>
    /// <param name="channels">Hidden vectors in a layer.</param>
    /// <param name="hiddenLayers">Layers of hidden vectors, at least one.</param>
    /// <exception cref="ArgumentException">The representations are of different groups, or too large (<see cref="EquivariantMaps.Basis"/>).</exception>
    public RelaxedEquivariantMlp(
        Representation input, Representation marker, PermutationRepresentation hidden, Representation output, int channels = 16, int hiddenLayers = 2)
        : base(nameof(RelaxedEquivariantMlp))
    {
        (Input, Output, Marker) = (input, output, marker);
        _turns = new ConstantTensor(stack([.. Enumerable.Range(0, marker.Group.Order).Select(g => marker.ToTensor(g))]));
        mark = new Parameter(randn(marker.Dimension));
        network = new EquivariantMlp(Representation.DirectSum(input, marker), hidden, output, channels, hiddenLayers);
        register_parameter(nameof(mark), mark);
        register_module(nameof(network), network);
    }

    /// <summary>How the group acts on inputs.</summary>
    public Representation Input { get; }

    /// <summary>How the group acts on v.</summary>
    public Representation Marker { get; }

    /// <summary>How the group acts on outputs.</summary>
    public Representation Output { get; }

    /// <inheritdoc />
    /// <param name="vectors">[rows, input dimension].</param>
    /// <returns>[rows, output dimension]</returns>
    public override Tensor forward(Tensor vectors) => Forward(vectors, OrbitFrames.Of(Input, vectors));

    /// <summary>The same, with frames that are known already.</summary>
    /// <param name="vectors">[rows, input dimension].</param>
    /// <param name="frames">The frames of the rows.</param>
    /// <returns>[rows, output dimension]</returns>
    public Tensor Forward(Tensor vectors, OrbitFrames frames)
    {
        Tensor marks = _turns.As(mark.dtype).matmul(mark).index_select(0, tensor([.. frames.Elements.Select(element => (long)element)]));
        Tensor symmetric = tensor([.. frames.StabilizerOrders.Select(order => order > 1)]).unsqueeze(1).to_type(marks.dtype);
        return network.forward(cat([vectors, marks * symmetric], 1));
    }
}
