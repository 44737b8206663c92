using Lodestone.Learning;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Models.Cartesian;

/// <summary>
/// A graph network of crystals that reads Cartesian vectors of edges and rows of the lattice as they are: by itself, it gives another answer when a
/// crystal is turned or described by another cell. A canonicalization makes it exactly invariant without a change of its layers.
/// </summary>
public sealed class CartesianNetwork : Network<CartesianGraph>
{
    private const int LatticeNumbers = 9;
    private const double LatticeUnit = 10; // Å
    private readonly CartesianOptions _options;
    private readonly GaussianBasis _basis;
    private readonly CellChoice? choice;
    private readonly ElementVectors elements;
    private readonly ModuleList<CartesianLayer> layers;
    private readonly Linear material_first;
    private readonly Linear material_second;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    public CartesianNetwork(CartesianOptions options, int outputs)
        : base(nameof(CartesianNetwork), MakeEncoder(options), outputs)
    {
        _options = options;
        double step = options.Cutoff / (options.Gaussians - 1);
        _basis = new GaussianBasis(options.Cutoff, step, step);
        int features = options.FeatureLength, edgeFeatures = _basis.Count + 6;
        if (options.Canonicalization is CrystalCanonicalization.Learned) choice = new CellChoice(options.ChoiceFeatureLength, 6);
        elements = new ElementVectors(features, useProperties: true);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(_ => new CartesianLayer(features, edgeFeatures)).ToArray());
        material_first = nn.Linear(features + LatticeNumbers, features);
        material_second = nn.Linear(features, outputs);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[materials, outputs]</returns>
    public override Tensor forward(CartesianGraph batch)
    {
        CrystalGraph graph = batch.Graph;
        var materials = new Segments(graph.AtomStart);
        var sources = new Segments(graph.EdgeStart);
        Tensor vectors = tensor(graph.EdgeVector!).view(-1, 3), lattices = tensor(batch.Lattice).view(-1, 3, 3);
        Tensor Turned(Tensor turns) => vectors.unsqueeze(1).bmm(sources.Spread(materials.Spread(turns))).squeeze(1);
        if (choice is not null) vectors = Turned(choice.Choose(batch, Directions)); // all standard cells have one lattice
        if (_options.Augmentation && training)
        {
            Tensor turns = RandomTurns(graph.Crystals);
            (vectors, lattices) = (Turned(turns), lattices.bmm(turns));
        }
        Tensor edges = cat([_basis.ToTensor(graph.EdgeDistance), Directions(vectors)], 1);
        Tensor envelope = Envelope(tensor(graph.EdgeDistance).unsqueeze(1)), targets = tensor(graph.EdgeTarget, ScalarType.Int64);
        Tensor atoms = elements.forward(tensor(graph.AtomicNumber));
        foreach (CartesianLayer layer in layers) atoms = layer.Step(atoms, sources, targets, edges, envelope);
        Tensor material = cat([materials.Mean(atoms), lattices.flatten(1) / LatticeUnit], 1);
        return material_second.forward(silu(material_first.forward(material)));
    }

    private static CartesianEncoder MakeEncoder(CartesianOptions options)
    {
        options.Check();
        return new CartesianEncoder(options.Cutoff, options.Canonicalization);
    }

    private static Tensor RandomTurns(int count)
    {
        var (q, r) = linalg.qr(randn(count, 3, 3));
        return q * r.diagonal(0, -2, -1).sign().unsqueeze(-2);
    }

    private Tensor Directions(Tensor vectors) =>
        cat([vectors / _options.Cutoff, vectors / vectors.square().sum(1, keepdim: true).clamp_min(1e-12).sqrt()], 1);

    /// <summary>½ (1 + cos(π d / cutoff)), zero at the cutoff.</summary>
    private Tensor Envelope(Tensor distances) => 0.5 * (1 + (distances * (Math.PI / _options.Cutoff)).cos());
}
