using Lodestone.Learning;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>
/// The equivariant crystal network: Kaba and Ravanbakhsh, "Equivariant networks for crystal structures", arXiv 2211.15420 (NeurIPS 2022).
/// Atoms of a supercell of 2 × 2 × 2 primitive cells exchange messages through linear maps that respect the permutations of the cells by the
/// lattice's symmetry; the atoms' features are read out by small perceptrons before and after their mean.
/// </summary>
public sealed class EcnNetwork : Network<EcnGraph>
{
    private readonly EcnSymmetry _symmetry;
    private readonly GaussianBasis _basis;
    private readonly Embedding elements;
    private readonly Linear lengths;
    private readonly ModuleList<EcnLayer> layers;
    private readonly Sequential atom_readout;
    private readonly Sequential crystal_readout;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a crystal.</param>
    /// <exception cref="Matter.InputException">The options cannot be used together.</exception>
    public EcnNetwork(EcnOptions options, int outputs)
        : this(options, new EcnSymmetry(options), outputs)
    {
    }

    private EcnNetwork(EcnOptions options, EcnSymmetry symmetry, int outputs)
        : base(nameof(EcnNetwork), new EcnEncoder(options, symmetry), outputs)
    {
        Options = options;
        _symmetry = symmetry;
        double step = options.Cutoff / (options.Gaussians - 1);
        _basis = new GaussianBasis(options.Cutoff, step, 2 * options.Cutoff / options.Gaussians);
        int features = options.AtomFeatureLength;
        elements = nn.Embedding(Matter.Element.Count + 1, features);
        lengths = nn.Linear(options.Gaussians, options.EdgeFeatureLength);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(_ => new EcnLayer(options, symmetry)).ToArray());
        atom_readout = nn.Sequential(nn.Linear(features, features), nn.SiLU(), nn.Linear(features, features));
        crystal_readout = nn.Sequential(nn.Linear(features, features), nn.SiLU(), nn.Linear(features, outputs));
        RegisterComponents();
    }

    /// <summary>Hyper-parameters.</summary>
    public EcnOptions Options { get; }

    /// <summary>The rounds of messages.</summary>
    internal IReadOnlyList<EcnLayer> Layers => [.. layers];

    /// <summary>Whether it gives outputs of crystals, or of their sites: without the mean over the atoms, then.</summary>
    public TargetLevel Level { get; init; }

    /// <inheritdoc />
    /// <returns>[crystals, outputs], or [sites, outputs] in the order in which the sites were given.</returns>
    public override Tensor forward(EcnGraph batch) => Level == TargetLevel.Site
        ? crystal_readout.forward(Atoms(batch)).index_select(0, tensor(batch.AtomOfSite, ScalarType.Int64))
        : crystal_readout.forward(batch.Mean(Atoms(batch)));

    /// <summary>The features of the atoms after all rounds and the first perceptron: [atoms, features].</summary>
    internal Tensor Atoms(EcnGraph graph)
    {
        var bonds = new EcnEdgeTensors(graph.Bonds, _basis, _symmetry.ClassShare.Length);
        var copies = new EcnEdgeTensors(graph.Copies, _basis, _symmetry.ClassShare.Length);
        var batch = new EcnBatch(bonds, lengths.forward(bonds.Gaussians), copies, lengths.forward(copies.Gaussians));
        Tensor atoms = elements.forward(tensor(graph.AtomicNumber, ScalarType.Int64));
        foreach (EcnLayer layer in layers)
            atoms = layer.forward(atoms, batch);
        return atom_readout.forward(atoms);
    }
}
