using Lodestone.Learning;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Egnn;

/// <summary>
/// The EGNN and the multi-channel EGNN as models of properties of crystals and molecules. Vectors are what an atom is displaced by, zero at
/// first; differences along an edge count from the image of the neighbour that the edge leads to, so they are the same in any cell. The
/// readout sees features only and does not change under rotations, reflections and translations. As nothing reads the vectors after the last
/// layer, it does not move them.
/// </summary>
public sealed class EgnnNetwork : Network<CrystalGraph>
{
    private readonly EgnnOptions _options;
    private readonly GaussianBasis? _basis;
    private readonly ElementVectors elements;
    private readonly ModuleList<EgnnLayer> layers;
    private readonly Linear atom_first;
    private readonly Linear atom_second;
    private readonly Linear material_first;
    private readonly Linear material_second;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    public EgnnNetwork(EgnnOptions options, int outputs)
        : base(nameof(EgnnNetwork), MakeEncoder(options), outputs)
    {
        _options = options;
        int features = options.FeatureLength;
        if (options.Gaussians > 0)
        {
            double step = options.Cutoff / (options.Gaussians - 1);
            _basis = new GaussianBasis(options.Cutoff, step, step);
        }

        elements = new ElementVectors(features, useProperties: true);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(MakeLayer).ToArray());
        atom_first = nn.Linear(features, features);
        atom_second = nn.Linear(features, features);
        material_first = nn.Linear(features, features);
        material_second = nn.Linear(features, outputs);
        RegisterComponents();
    }

    /// <summary>Whether it gives outputs of materials, or of their sites: without the pooling over the atoms, then.</summary>
    public TargetLevel Level { get; init; }

    /// <inheritdoc />
    /// <returns>[materials, outputs], or [sites, outputs].</returns>
    public override Tensor forward(CrystalGraph batch)
    {
        ScalarType type = atom_first.weight!.dtype;
        var edges = new EgnnEdges(batch.EdgeStart, batch.EdgeTarget, type)
        {
            Offset = tensor(batch.EdgeVector!, type).view(-1, 3),
            Attributes = _basis?.ToTensor(batch.EdgeDistance).to(type),
        };
        Tensor features = elements.forward(tensor(batch.AtomicNumber));
        Tensor vectors = zeros(batch.Atoms, 3, 1, dtype: type);
        foreach (EgnnLayer layer in layers)
            (features, vectors) = Step(layer, features, vectors, edges);
        features = atom_second.forward(nn.functional.silu(atom_first.forward(features)));
        Tensor rows = Level == TargetLevel.Site ? features : Pool(features, new Segments(batch.AtomStart, type));
        return material_second.forward(nn.functional.silu(material_first.forward(rows)));
    }

    /// <summary>One layer; of what is as large as the edges, nothing outlives it but what its gradient needs.</summary>
    private static (Tensor Features, Tensor Vectors) Step(EgnnLayer layer, Tensor features, Tensor vectors, EgnnEdges edges)
    {
        using DisposeScope scope = NewDisposeScope();
        var (next, moved) = layer.Step(features, vectors, null, edges);
        if (!ReferenceEquals(moved, vectors)) scope.MoveToOuter(moved);
        return (scope.MoveToOuter(next), moved);
    }

    private static CrystalGraphEncoder MakeEncoder(EgnnOptions options)
    {
        options.Check();
        return new CrystalGraphEncoder(options.Neighbours, options.Cutoff) { Molecules = true, Vectors = true };
    }

    private EgnnLayer MakeLayer(int layer) => new(new EgnnLayerOptions
    {
        Features = _options.FeatureLength,
        ChannelsIn = EgnnLayerOptions.Entering(layer, _options.VectorChannels),
        ChannelsOut = layer == _options.Layers - 1 ? 0 : _options.VectorChannels,
        EdgeAttributes = _options.Gaussians,
        Attention = _options.Attention,
        Tanh = _options.Tanh,
        NormDiff = _options.NormDiff,
    });

    private Tensor Pool(Tensor features, Segments materials) => _options.Pooling == Pooling.Mean ? materials.Mean(features) : materials.Sum(features);
}
