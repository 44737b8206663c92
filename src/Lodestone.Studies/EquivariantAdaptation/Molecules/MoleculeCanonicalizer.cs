using Lodestone.Learning;
using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.VectorNeurons;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>
/// A frame of molecules from vector neurons, as <see cref="VectorNeuronCanonicalizer"/> gives one of points. Each atom brings its position x times powers of
/// ‖x‖/r with the root mean square r, and these times powers of the second moments of the molecule, C = mean of x·xᵀ/r², without which the network
/// would have to find out how a molecule stretches by itself; and x in a channel of its own for each of some elements. It computes in double precision.
/// </summary>
internal sealed class MoleculeCanonicalizer : Network<MoleculeBatch>
{
    private const int Powers = 3;
    private const int Moments = 4;
    private static readonly long[] Elements = [1, 6, 7, 8, 16];
    private readonly ModuleList<VectorLinear> own;
    private readonly ModuleList<VectorLinear> shared;
    private readonly ModuleList<VectorRelu> rectifiers;
    private readonly VectorLinear output;

    /// <summary>Makes a canonicalizer with random weights from torch's generator.</summary>
    public MoleculeCanonicalizer(MoleculeAdaptationOptions options)
        : base(nameof(MoleculeCanonicalizer), new MoleculeEncoder(), 9)
    {
        int channels = options.Channels;
        int Inputs(int layer) => layer == 0 ? Powers * Moments + Elements.Length : channels;
        ModuleList<T> Each<T>(Func<int, T> create)
            where T : nn.Module => nn.ModuleList([.. Enumerable.Range(0, options.CanonicalizerLayers).Select(create)]);
        own = Each(layer => new VectorLinear(Inputs(layer), channels));
        shared = Each(layer => new VectorLinear(Inputs(layer), channels));
        rectifiers = Each(_ => new VectorRelu(channels));
        output = new VectorLinear(channels, 2);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>The frames by rows, [molecules, 9]</returns>
    public override Tensor forward(MoleculeBatch batch) => Frame(new MoleculeTensors(batch)).flatten(1);

    /// <summary>Rotations whose columns are the axes of each molecule; rows of positions times them are canonical.</summary>
    /// <returns>[molecules, 3, 3]</returns>
    public Tensor Frame(MoleculeTensors molecules)
    {
        Tensor positions = molecules.Positions.to_type(float64);
        Tensor counts = molecules.Molecules.Sum(ones_like(positions.narrow(1, 0, 1))).unsqueeze(2);
        Tensor radius = Mean(positions.square().sum(1, keepdim: true).unsqueeze(2)).sqrt();
        Tensor x = positions.unsqueeze(1) / molecules.Molecules.Spread(radius);
        Tensor length = x.square().sum(2, keepdim: true).sqrt(), moments = molecules.Molecules.Spread(Mean(x.transpose(1, 2).bmm(x)));
        var parts = new List<Tensor> { cat([.. Enumerable.Range(0, Powers).Select(power => x * length.pow(power))], 1) };
        while (parts.Count < Moments) parts.Add(2 * parts[^1].bmm(moments));
        parts.Add(x * molecules.Elements.view(-1, 1, 1).eq(tensor(Elements).view(1, -1, 1)).to_type(float64));
        Tensor vectors = cat(parts, 1);
        for (int layer = 0; layer < own.Count; layer++)
            vectors = rectifiers[layer].forward(own[layer].forward(vectors) + molecules.Molecules.Spread(shared[layer].forward(Mean(vectors))));
        return GramSchmidt.Frame(output.forward(Mean(vectors)), reflections: false).to_type(float32);

        Tensor Mean(Tensor values) => molecules.Molecules.Sum(values) / counts;
    }

    /// <summary>‖R − I‖ of one molecule, the root of the sum of squares over the nine entries: 0 where it is left as it lies.</summary>
    public double DistanceFromIdentity(MoleculeBatch molecule)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return (Frame(new MoleculeTensors(molecule)) - eye(3)).square().sum().sqrt().item<float>();
    }
}
