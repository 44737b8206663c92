using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>
/// One block of MEGNet (Chen et al. 2019, equations 1 to 6 and figure 3). After two dense layers for each kind of feature,
/// <code>e' = φ_e [v_s, v_t, e, u],  v' = φ_v [mean e', v, u],  u' = φ_u [mean e', mean v', u]</code>
/// and what entered is added to what comes out; in the first block, whose inputs have other lengths, what the dense layers made of it.
/// The first linear map of φ_e is taken apart into those of its four inputs: the same function, three of whose terms are computed once an
/// atom or once a crystal instead of once a bond.
/// </summary>
internal sealed class MegnetBlock : nn.Module
{
    private readonly int _features;
    private readonly bool _first;
    private readonly Perceptron dense_bonds;
    private readonly Perceptron dense_atoms;
    private readonly Perceptron dense_state;
    private readonly Linear bonds_first;
    private readonly Perceptron bonds_rest;
    private readonly Perceptron atoms;
    private readonly Perceptron state;

    /// <summary>Makes a block with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="entering">In the first block, the lengths of the features of bonds, atoms and the state; null in the others.</param>
    public MegnetBlock(MegnetOptions options, (int Bonds, int Atoms, int State)? entering)
        : base(nameof(MegnetBlock))
    {
        int features = _features = options.FeatureLength, hidden = options.HiddenLength;
        _first = entering is not null;
        var lengths = entering ?? (features, features, features);
        dense_bonds = new Perceptron([lengths.Bonds, hidden, features], activateLast: true);
        dense_atoms = new Perceptron([lengths.Atoms, hidden, features], activateLast: true);
        dense_state = new Perceptron([lengths.State, hidden, features], activateLast: true);
        bonds_first = GlorotLinear.Create(4 * features, hidden);
        bonds_rest = new Perceptron([hidden, hidden, features], activateLast: false);
        atoms = new Perceptron([3 * features, hidden, hidden, features], activateLast: false);
        state = new Perceptron([3 * features, hidden, hidden, features], activateLast: false);
        RegisterComponents();
    }

    /// <summary>Runs the block.</summary>
    public MegnetFeatures Step(MegnetFeatures entering, MegnetGraph graph)
    {
        var dense = new MegnetFeatures(dense_bonds.forward(entering.Bonds), dense_atoms.forward(entering.Atoms), dense_state.forward(entering.State));
        Tensor bonds = bonds_rest.forward(Perceptron.Activate(FirstOfBonds(dense, graph)));
        Tensor atoms = this.atoms.forward(cat([graph.BondsOfAtoms.Mean(bonds), dense.Atoms, graph.AtomsOfCrystals.Spread(dense.State)], 1));
        Tensor state = this.state.forward(cat([graph.BondsOfCrystals.Mean(bonds), graph.AtomsOfCrystals.Mean(atoms), dense.State], 1));
        return (_first ? dense : entering) + new MegnetFeatures(bonds, atoms, state);
    }

    private Tensor FirstOfBonds(MegnetFeatures features, MegnetGraph graph)
    {
        Tensor Part(Tensor values, int index, Tensor? bias = null) =>
            nn.functional.linear(values, bonds_first.weight!.narrow(1, index * _features, _features), bias);
        return graph.BondsOfAtoms.Spread(Part(features.Atoms, 0))
            + Part(features.Atoms, 1).index_select(0, graph.Target)
            + Part(features.Bonds, 2, bonds_first.bias)
            + graph.BondsOfCrystals.Spread(Part(features.State, 3));
    }
}
