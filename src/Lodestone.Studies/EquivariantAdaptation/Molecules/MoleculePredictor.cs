using Lodestone.Learning;
using Lodestone.Models.Egnn;
using Lodestone.Studies.MultiChannelEgnn;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>
/// A network of point clouds that knows nothing of rotations: like the DGCNN of Y. Wang et al., ACM Trans. Graph. 38, 146 (2019), it reads positions x_i
/// and differences x_j − x_i, here of all pairs of atoms, and no distances. The outputs of atoms are added up.
/// </summary>
internal sealed class MoleculePredictor : Network<MoleculeBatch>
{
    private const int LargestAtomicNumber = 94;
    private readonly Embedding elements;
    private readonly Linear places;
    private readonly ModuleList<GnnLayer> layers;
    private readonly Linear output_first;
    private readonly Linear output_second;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    public MoleculePredictor(MoleculeAdaptationOptions options)
        : base(nameof(MoleculePredictor), new MoleculeEncoder(), 1)
    {
        int features = options.FeatureLength;
        elements = nn.Embedding(LargestAtomicNumber + 1, features);
        places = nn.Linear(3, features);
        layers = nn.ModuleList(Enumerable.Range(0, options.Layers).Select(_ => new GnnLayer(features, edgeAttributes: 3)).ToArray());
        output_first = nn.Linear(features, features);
        output_second = nn.Linear(features, 1);
        RegisterComponents();
    }

    /// <summary>Whether molecules are turned at random in training.</summary>
    public bool Augmentation { get; init; }

    /// <inheritdoc />
    /// <returns>[molecules, 1]</returns>
    public override Tensor forward(MoleculeBatch batch)
    {
        var molecules = new MoleculeTensors(batch);
        return Predict(molecules, Augmentation && training ? RandomTurns(molecules.Molecules.Count) : null);
    }

    /// <summary>The outputs of turned molecules.</summary>
    /// <param name="molecules">The molecules.</param>
    /// <param name="turns">By what rows of positions are multiplied from the right, [molecules, 3, 3]; null leaves them as they are.</param>
    /// <returns>[molecules, 1]</returns>
    public Tensor Predict(MoleculeTensors molecules, Tensor? turns)
    {
        Tensor positions = molecules.Positions;
        if (turns is not null) positions = positions.unsqueeze(1).bmm(molecules.Molecules.Spread(turns)).squeeze(1);
        EgnnEdges edges = molecules.Edges(positions);
        Tensor atoms = elements.forward(molecules.Elements) + places.forward(positions);
        foreach (GnnLayer layer in layers) atoms = layer.forward(atoms, edges);
        return molecules.Molecules.Sum(output_second.forward(nn.functional.silu(output_first.forward(atoms))));
    }

    private static Tensor RandomTurns(int count)
    {
        var (q, r) = linalg.qr(randn(count, 3, 3));
        Tensor turns = q * r.diagonal(0, -2, -1).sign().unsqueeze(-2);
        return turns * linalg.det(turns).view(-1, 1, 1);
    }
}
