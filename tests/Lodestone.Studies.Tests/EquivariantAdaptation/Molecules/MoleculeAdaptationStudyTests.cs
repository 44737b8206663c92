using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Studies.EquivariantAdaptation.Molecules;
using Lodestone.Testing;
using static TorchSharp.torch;

namespace Lodestone.Studies.Tests.EquivariantAdaptation.Molecules;

public sealed class MoleculeAdaptationStudyTests : IDisposable
{
    private static readonly MoleculeAdaptationOptions Small = new()
    {
        Validation = 0.2,
        Test = 0.3,
        FeatureLength = 8,
        Layers = 1,
        Channels = 6,
        CanonicalizerLayers = 2,
        PretrainingEpochs = 4,
        Epochs = 2,
        BatchSize = 8,
    };

    private readonly TemporaryFolder _folder = new();

    public MoleculeAdaptationStudyTests() => File.WriteAllText(Source, Molecules(40));

    private string Source => _folder.File("molecules.xyz");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Canonicalized_models_are_invariant_and_the_others_are_not()
    {
        var results = Enum.GetValues<MoleculeVariant>().ToDictionary(variant => variant, variant => Study("a").Run(variant, 1));

        foreach (var (variant, result) in results)
        {
            bool invariant = variant is not (MoleculeVariant.Plain or MoleculeVariant.Augmentation);
            Assert.Equal(invariant, Math.Abs(result.Lying - result.Turned) < 1e-3 * result.MedianError);
            Assert.Equal(invariant && variant is not MoleculeVariant.Rule, result.IdentityMetric is not null);
            Assert.Equal((20, 12), (result.TrainingRows, result.TestRows));
        }
        Assert.Equal(results[MoleculeVariant.Plain].Lying, results[MoleculeVariant.Rule].Lying, 1e-3);
    }

    [Fact]
    public void The_prior_teaches_a_canonicalizer_how_molecules_lie()
    {
        File.WriteAllText(Source, Molecules(160));
        var study = new MoleculeAdaptationStudy(Source, Small with { Channels = 16, Epochs = 30, AdaptationRate = 0.01 }, _folder.File("long", "."));
        double? taught = study.Run(MoleculeVariant.FrozenPrior, 1).IdentityMetric, untaught = study.Run(MoleculeVariant.Untrained, 1).IdentityMetric;

        Assert.True(taught < 0.7 * untaught, $"{taught} of {untaught}");
    }

    [Fact]
    public void A_canonicalizer_turns_its_frames_with_the_molecules()
    {
        random.manual_seed(2);
        using var canonicalizer = new MoleculeCanonicalizer(Small);
        MoleculeBatch[] molecules = [.. MoleculeRows.Read(Source, Small).Train.Samples.Take(6)];
        MoleculeBatch[] turned = [.. MoleculeRows.Turned(molecules, new Seeds(3))];

        Assert.InRange(Canonical(canonicalizer, turned).sub(Canonical(canonicalizer, molecules)).abs().max().item<float>(), 0, 1e-4);
        Assert.InRange(tensor(turned[0].Positions).sub(tensor(molecules[0].Positions)).abs().max().item<float>(), 0.1, 100);
    }

    private static Tensor Canonical(MoleculeCanonicalizer canonicalizer, MoleculeBatch[] molecules)
    {
        using var noGrad = no_grad();
        var tensors = new MoleculeTensors(MoleculeBatch.Join(molecules));
        return tensors.Positions.unsqueeze(1).bmm(tensors.Molecules.Spread(canonicalizer.Frame(tensors))).squeeze(1);
    }

    [Fact]
    public void Molecules_lie_the_same_however_they_were_given()
    {
        var encoder = new MoleculeEncoder();
        MoleculeBatch molecule = MoleculeRows.Read(Source, Small).Test.Samples[0];
        MoleculeBatch back = encoder.Laid(MoleculeRows.Turned([molecule], new Seeds(9))[0]);

        Assert.Equal(0, tensor(back.Positions).sub(tensor(molecule.Positions)).abs().max().item<float>(), 1e-4);
        double Sum(int axis, Func<int, double> weight) => Enumerable.Range(0, molecule.Elements.Length).Sum(atom => weight(atom) * molecule.Positions[3 * atom + axis]);
        double At(int atom, int axis) => molecule.Positions[3 * atom + axis];
        double Squared(int atom) => Enumerable.Range(0, 3).Sum(axis => At(atom, axis) * At(atom, axis));
        double[] lengths = [.. Enumerable.Range(0, 3).Select(axis => Sum(axis, atom => At(atom, axis)))];
        Assert.Equal(lengths.OrderDescending(), lengths);
        Assert.Equal(0, Sum(0, atom => At(atom, 1)), 1e-3);
        Assert.Equal(0, Sum(1, atom => At(atom, 2)), 1e-3);
        Assert.True(Sum(0, Squared) > 0.1 && Sum(1, Squared) > 0.1);
        Assert.Throws<EncodingException>(() => encoder.Encode(new Material("Fe", Composition.Parse("Fe"), null)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_a_finished_run_is_not_repeated()
    {
        MoleculeAdaptationResult first = Study("a").Run(MoleculeVariant.Prior, 1);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Equal(first, Study("a").Run(MoleculeVariant.Prior, 1, cancellation: stopped.Token));
        Assert.Equal(first with { Seconds = 0 }, Study("b").Run(MoleculeVariant.Prior, 1) with { Seconds = 0 });
    }

    [Fact]
    public void What_cannot_be_run_is_refused()
    {
        Study("a").Run(MoleculeVariant.Plain, 1);
        string Message(MoleculeAdaptationOptions options) =>
            Assert.Throws<InputException>(() => new MoleculeAdaptationStudy(Source, options, _folder.File("a")).Run(MoleculeVariant.Plain, 1)).Message;

        Assert.Contains("another folder", Message(Small with { Epochs = 3 }));
        Assert.Contains("'layers' is 0", Message(Small with { Layers = 0 }));
        Assert.Contains("prior is 0", Message(Small with { PriorWeight = 0 }));
        Assert.Contains("colour", Assert.Throws<InputException>(() => MoleculeRows.Read(Source, Small with { Target = "colour" })).Message);
    }

    [Fact]
    public void The_figure_is_a_picture()
    {
        string path = _folder.File("figure.png");
        MoleculeAdaptationFigure.Write(path, [Study("a").Run(MoleculeVariant.Plain, 1)]);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    private MoleculeAdaptationStudy Study(string name) => new(Source, Small, _folder.File(name, "."));

    /// <summary>Molecules without symmetry whose energy grows with their length.</summary>
    private static string Molecules(int count)
    {
        RandomGenerator random = new Seeds(1).Generator();
        var text = new System.Text.StringBuilder();
        for (int molecule = 0; molecule < count; molecule++)
        {
            int atoms = 5 + molecule % 4;
            double length = 1 + random.NextDouble();
            text.Append(FormattableString.Invariant($"{atoms}\nProperties=species:S:1:pos:R:3 id={molecule} atomization_energy_kcal_mol={-100 * length * atoms:R} pbc=\"F F F\"\n"));
            for (int atom = 0; atom < atoms; atom++)
                text.Append(FormattableString.Invariant($"{(atom % 3 == 0 ? "C" : "H")} {3 * length * random.NextNormal():F4} {length * random.NextNormal():F4} {0.5 * random.NextNormal():F4}\n"));
        }
        return text.ToString();
    }
}
