using Lodestone.Symmetry.Representations;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// A multilayer perceptron that is equivariant under a finite group: maps of <see cref="EquivariantLinear"/> with SiLU between them. Hidden
/// vectors are permuted by the group, so that a function of each entry is equivariant (compare M. Finzi, M. Welling and A. G. Wilson, "A
/// practical method for constructing equivariant multilayer perceptrons", ICML 2021).
/// </summary>
public sealed class EquivariantMlp : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<EquivariantLinear> layers;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="input">How the group acts on inputs.</param>
    /// <param name="hidden">How it permutes hidden vectors; the regular representation loses nothing.</param>
    /// <param name="output">How it acts on outputs.</param>
    /// <param name="channels">Hidden vectors in a layer.</param>
    /// <param name="hiddenLayers">Layers of hidden vectors, at least one.</param>
    /// <exception cref="ArgumentException">The representations are of different groups, or too large (<see cref="EquivariantMaps.Basis"/>).</exception>
    public EquivariantMlp(Representation input, PermutationRepresentation hidden, Representation output, int channels = 16, int hiddenLayers = 2)
        : base(nameof(EquivariantMlp))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenLayers, 1);
        (Input, Output) = (input, output);
        layers = nn.ModuleList(
        [
            new EquivariantLinear(input, hidden, 1, channels),
            .. Enumerable.Range(1, hiddenLayers - 1).Select(_ => new EquivariantLinear(hidden, hidden, channels, channels)),
            new EquivariantLinear(hidden, output, channels, 1),
        ]);
        RegisterComponents();
    }

    /// <summary>How the group acts on inputs.</summary>
    public Representation Input { get; }

    /// <summary>How the group acts on outputs.</summary>
    public Representation Output { get; }

    /// <inheritdoc />
    /// <param name="vectors">[rows, input dimension].</param>
    /// <returns>[rows, output dimension]</returns>
    public override Tensor forward(Tensor vectors)
    {
        Tensor hidden = layers[0].forward(vectors.unsqueeze(1));
        foreach (EquivariantLinear layer in layers.Skip(1))
            hidden = layer.forward(nn.functional.silu(hidden));
        return hidden.squeeze(1);
    }
}
