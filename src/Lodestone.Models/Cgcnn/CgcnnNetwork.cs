using Lodestone.Learning;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// The crystal graph convolutional network: Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018). Atoms start as the vectors of their
/// elements (<see cref="ElementVectors"/>), pass through <see cref="CgcnnConvolution"/>s, are averaged over the crystal and read out by a
/// small perceptron, whose last layers may be each output's own.
/// </summary>
public sealed class CgcnnNetwork : Network<CrystalGraph>
{
    /// <summary>Share of each training batch in the running means and variances of the batch normalizations, as in the published code.</summary>
    public const double NormalizationMomentum = 0.1;

    private readonly GaussianBasis _basis;
    private readonly ElementVectors elements;
    private readonly ModuleList<CgcnnConvolution> convolutions;
    private readonly ModuleList<Linear> hidden;
    private readonly nn.Module<Tensor, Tensor> output;
    private readonly Dropout dropout;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="outputs">Number of outputs a crystal.</param>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    public CgcnnNetwork(CgcnnOptions options, int outputs)
        : base(nameof(CgcnnNetwork), MakeEncoder(options), outputs)
    {
        Options = options;
        _basis = new GaussianBasis(options.Cutoff, options.GaussianStep, options.GaussianWidth);
        elements = new ElementVectors(options.AtomFeatureLength, options.ElementProperties);
        convolutions = nn.ModuleList(Enumerable.Range(0, options.Convolutions)
            .Select(_ => new CgcnnConvolution(options.AtomFeatureLength, _basis.Count)).ToArray());
        hidden = nn.ModuleList(Enumerable.Range(0, options.HiddenLayers)
            .Select(i => nn.Linear(i == 0 ? options.AtomFeatureLength : options.HiddenLength, options.HiddenLength)).ToArray());
        int shared = options.HiddenLayers == 0 ? options.AtomFeatureLength : options.HiddenLength;
        output = options.OwnLayers == 0 ? nn.Linear(shared, outputs) : new OutputTowers(shared, options.HiddenLength, options.OwnLayers, outputs);
        dropout = nn.Dropout(options.Dropout);
        RegisterComponents();
    }

    /// <summary>Hyper-parameters.</summary>
    public CgcnnOptions Options { get; }

    /// <summary>
    /// Whether convolutions run in the fused kernel. Turn it off where second derivatives are needed, which the kernel does not give.
    /// </summary>
    public bool Fused { get; set; } = true;

    /// <summary>Whether it gives outputs of crystals, or of their sites: without the average over the crystal, then.</summary>
    public TargetLevel Level { get; init; }

    /// <summary>Running means and variances of the batch normalizations of all convolutions.</summary>
    public IReadOnlyList<Tensor> RunningStatistics => [.. convolutions.SelectMany(convolution => convolution.RunningStatistics)];

    /// <inheritdoc />
    /// <returns>[crystals, outputs], or [sites, outputs].</returns>
    public override Tensor forward(CrystalGraph batch)
    {
        var edges = new CgcnnEdges(batch, _basis, Fused && GatedSumKernel.Supports(Options.AtomFeatureLength));
        Tensor atoms = elements.forward(tensor(batch.AtomicNumber));
        foreach (CgcnnConvolution convolution in convolutions)
            atoms = convolution.forward(atoms, edges);

        Tensor rows = Level == TargetLevel.Site ? atoms : new Segments(batch.AtomStart).Mean(atoms);
        rows = dropout.forward(nn.functional.softplus(rows));
        foreach (Linear layer in hidden)
            rows = nn.functional.softplus(layer.forward(rows));
        return output.forward(rows);
    }

    private static CrystalGraphEncoder MakeEncoder(CgcnnOptions options)
    {
        options.Check();
        return new CrystalGraphEncoder(options.Neighbours, options.Cutoff);
    }
}
