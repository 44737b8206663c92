using Lodestone.Learning;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Alignn;

/// <summary>
/// A network that sees angles, after K. Choudhary and B. DeCost, npj Comput. Mater. 7, 185 (2021). In the first layers bonds learn from the
/// bonds that they meet and the angles between them, and atoms from their bonds; in the later ones atoms learn from their bonds only.
/// </summary>
public sealed class AlignnNetwork : Network<CrystalGraph>
{
    private readonly AlignnOptions _options;
    private readonly ElementVectors elements;
    private readonly ModuleList<NormalizedLayer> bond_embedding;
    private readonly ModuleList<NormalizedLayer> angle_embedding;
    private readonly ModuleList<EdgeGatedConvolution> angle_convolutions;
    private readonly ModuleList<EdgeGatedConvolution> bond_convolutions;
    private readonly Linear output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a material.</param>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    public AlignnNetwork(AlignnOptions options, int outputs)
        : base(nameof(AlignnNetwork), MakeEncoder(options), outputs)
    {
        _options = options;
        elements = new ElementVectors(options.FeatureLength, useProperties: true);
        bond_embedding = Embedding(options.DistanceGaussians);
        angle_embedding = Embedding(options.AngleGaussians);
        angle_convolutions = Convolutions(options.AngleLayers);
        bond_convolutions = Convolutions(options.AngleLayers + options.BondLayers);
        output = nn.Linear(options.FeatureLength, outputs);
        RegisterComponents();
    }

    /// <summary>Whether it gives outputs of materials, or of their sites: without the mean over the atoms, then.</summary>
    public TargetLevel Level { get; init; }

    /// <inheritdoc />
    /// <returns>[materials, outputs], or [sites, outputs].</returns>
    public override Tensor forward(CrystalGraph batch)
    {
        var ofAtoms = new Segments(batch.EdgeStart);
        Tensor target = tensor(batch.EdgeTarget, ScalarType.Int64);
        Tensor atoms = elements.forward(tensor(batch.AtomicNumber));
        Tensor bonds = Embed(Expand(tensor(batch.EdgeDistance), 0, _options.Cutoff, _options.DistanceGaussians), bond_embedding);
        if (_options.AngleLayers > 0)
        {
            var meetings = new BondAngles(batch);
            Tensor angles = Embed(Expand(meetings.Cosines, -1, 1, _options.AngleGaussians), angle_embedding);
            for (int layer = 0; layer < _options.AngleLayers; layer++)
            {
                (bonds, angles) = angle_convolutions[layer].Step(bonds, angles, meetings.Source, meetings.Target, last: layer == _options.AngleLayers - 1);
                (atoms, bonds) = Step(layer);
            }
        }

        for (int layer = _options.AngleLayers; layer < bond_convolutions.Count; layer++) (atoms, bonds) = Step(layer);
        return output.forward(Level == TargetLevel.Site ? atoms : new Segments(batch.AtomStart).Mean(atoms));

        (Tensor Atoms, Tensor Bonds) Step(int layer) =>
            bond_convolutions[layer].Step(atoms, bonds, ofAtoms, target, last: layer == bond_convolutions.Count - 1);
    }

    private static CrystalGraphEncoder MakeEncoder(AlignnOptions options)
    {
        options.Check();
        return new CrystalGraphEncoder(options.Neighbours, options.Cutoff) { Molecules = true, Vectors = true };
    }

    private static Tensor Expand(Tensor values, double from, double to, int count)
    {
        double step = (to - from) / (count - 1);
        return ((values.unsqueeze(1) - linspace(from, to, count)) / step).square().neg().exp();
    }

    private static Tensor Embed(Tensor rows, ModuleList<NormalizedLayer> layers)
    {
        foreach (NormalizedLayer layer in layers) rows = layer.forward(rows);
        return rows;
    }

    private ModuleList<EdgeGatedConvolution> Convolutions(int count) =>
        nn.ModuleList(Enumerable.Range(0, count).Select(_ => new EdgeGatedConvolution(_options.FeatureLength)).ToArray());

    private ModuleList<NormalizedLayer> Embedding(int gaussians) =>
        nn.ModuleList(new NormalizedLayer(gaussians, _options.EmbeddingLength), new NormalizedLayer(_options.EmbeddingLength, _options.FeatureLength));
}
