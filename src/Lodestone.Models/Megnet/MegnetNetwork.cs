using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>
/// MEGNet: atoms, bonds and a state of the whole crystal learn from each other in blocks, and are read out together.
/// C. Chen, W. Ye, Y. Zuo, C. Zheng and S. P. Ong, Chem. Mater. 31, 3564 (2019).
/// </summary>
public sealed class MegnetNetwork : Network<CrystalGraph>
{
    private const int EmptyState = 2;

    private readonly int _stateLength;
    private readonly float _width;
    private readonly Tensor? _places;
    private readonly Embedding? elements;
    private readonly ElementVectors? described_elements;
    private readonly Parameter centers;
    private readonly ModuleList<MegnetBlock> blocks;
    private readonly Set2Set? atoms_readout;
    private readonly Set2Set? bonds_readout;
    private readonly Perceptron output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a crystal, or a site.</param>
    /// <param name="level">Whether it gives outputs of crystals, or of their sites: from the atoms and the state, then, without the sets (ours).</param>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public MegnetNetwork(MegnetOptions options, int outputs, TargetLevel level = TargetLevel.Material)
        : base(nameof(MegnetNetwork), MakeEncoder(options), outputs)
    {
        _stateLength = options.State.Count == 0 ? EmptyState : options.State.Count;
        _width = (float)options.GaussianWidth;
        if (options.ElementProperties)
        {
            described_elements = new ElementVectors(options.ElementLength, useProperties: true);
        }
        else
        {
            elements = nn.Embedding(PublishedElements.All.Count, options.ElementLength);
            _places = tensor(PublishedElements.Places).DetachFromDisposeScope();
        }

        // Part of the published count of parameters, though they are not trained.
        centers = new Parameter(linspace(0, options.Cutoff, options.Gaussians), requires_grad: false);
        blocks = nn.ModuleList(Enumerable.Range(0, options.Blocks)
            .Select(block => new MegnetBlock(options, block == 0 ? (options.Gaussians, options.ElementLength, _stateLength) : null)).ToArray());
        if (level == TargetLevel.Material)
        {
            atoms_readout = new Set2Set(options.FeatureLength, options.ReadoutSteps);
            bonds_readout = new Set2Set(options.FeatureLength, options.ReadoutSteps);
        }

        int read = (level == TargetLevel.Material ? 5 : 2) * options.FeatureLength;
        output = new Perceptron([read, options.FeatureLength, options.FeatureLength / 2, outputs], activateLast: false);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[crystals, outputs], or [sites, outputs].</returns>
    public override Tensor forward(CrystalGraph batch)
    {
        var graph = new MegnetGraph(batch);
        Tensor distances = tensor(batch.EdgeDistance).unsqueeze(1);
        var features = new MegnetFeatures(
            ((distances - centers) / _width).square().neg().exp(),
            Atoms(tensor(batch.AtomicNumber, ScalarType.Int64)),
            batch.State is null ? zeros(batch.Crystals, _stateLength) : tensor(batch.State).view(batch.Crystals, _stateLength));
        foreach (MegnetBlock block in blocks)
            features = block.Step(features, graph);
        return output.forward(cat(
            atoms_readout is null
                ? [features.Atoms, graph.AtomsOfCrystals.Spread(features.State)]
                : [atoms_readout.forward(features.Atoms, graph.AtomsOfCrystals), bonds_readout!.forward(features.Bonds, graph.BondsOfCrystals), features.State],
            1));
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) _places?.Dispose();
        base.Dispose(disposing);
    }

    private static CrystalGraphEncoder MakeEncoder(MegnetOptions options)
    {
        options.Check();
        return new CrystalGraphEncoder(options.Neighbours == 0 ? null : options.Neighbours, options.Cutoff)
        {
            Elements = options.ElementProperties ? null : PublishedElements.All,
            State = options.State,
        };
    }

    private Tensor Atoms(Tensor atomicNumbers) =>
        described_elements?.forward(atomicNumbers) ?? elements!.forward(_places!.index_select(0, atomicNumbers));
}
