using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Studies.EquivariantAdaptation.Crystals;
using Lodestone.Testing;

namespace Lodestone.Studies.Tests.EquivariantAdaptation.Crystals;

public sealed class CrystalAdaptationStudyTests : IDisposable
{
    private static readonly CrystalAdaptationOptions Small = new()
    {
        Target = "energy",
        MaximumSites = 2,
        FeatureLength = 8,
        Layers = 1,
        Cutoff = 3.5,
        Epochs = 3,
        AdaptationEpochs = 2,
        BatchSize = 8,
    };

    private readonly TemporaryFolder _folder = new();

    public CrystalAdaptationStudyTests() =>
        MaterialConverter.Convert(Crystals().Select(crystal => new MaterialReading(crystal.Id, null, "crystals.csv", crystal, null)), Source);

    private string Source => _folder.File("crystals.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Canonicalized_models_are_invariant_and_the_plain_one_is_not()
    {
        var results = CrystalVariant.Comparison.ToDictionary(variant => variant.Name, variant => Study("a").Run(variant, 1));

        Assert.NotEqual(Error(results["none"].Lying), Error(results["none"].Turned), 1e-4);
        foreach (string name in new[] { "rule", "symmetry", "learned", "egnn", "standard cell", "tuned, no prior", "prior, cell" })
        {
            Assert.Equal(Error(results[name].Lying), Error(results[name].Turned), 1e-4);
            Assert.Equal(Error(results[name].Lying), Error(results[name].DescribedAnew), 1e-4);
        }
        Assert.Equal(Error(results["prior, o3"].Lying), Error(results["prior, o3"].Turned), 1e-4);
        Assert.All(results.Values, result => Assert.Equal((16, 5), (result.TrainingRows, result.Lying.Count)));
        Assert.All(results.Values, result => Assert.Equal(result.Variant.StartsWith("prior"), result.IdentityMetric is not null));
    }

    [Fact]
    public void A_finished_run_is_not_repeated_and_the_same_seed_gives_the_same_numbers()
    {
        CrystalAdaptationResult first = Study("a").Run(CrystalVariant.Plain, 1);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Equal(first, Study("a").Run(CrystalVariant.Plain, 1, cancellation: stopped.Token));
        Assert.Equal(first with { Seconds = 0 }, Study("b").Run(CrystalVariant.Plain, 1) with { Seconds = 0 });
        Assert.NotEqual(Error(first.Lying), Error(Study("a").Run(CrystalVariant.Plain, 2).Lying));
    }

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_result()
    {
        CrystalAdaptationResult whole = Study("whole").Run(CrystalVariant.Plain, 3);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Study("part").Run(CrystalVariant.Plain, 3, new StopAt(2, stop), stop.Token));

        Assert.True(Directory.Exists(_folder.File("part", "none-seed3.run")));
        Assert.Equal(whole with { Seconds = 0 }, Study("part").Run(CrystalVariant.Plain, 3) with { Seconds = 0 });
        Assert.False(Directory.Exists(_folder.File("part", "none-seed3.run")));
    }

    [Fact]
    public void Rows_are_those_of_the_split_that_are_small_enough()
    {
        CrystalRows all = CrystalRows.Read(Source, Small), some = CrystalRows.Read(Source, Small with { Rows = 10 });

        Assert.Equal((16, 5, 5), (all.Train.Count, all.Validation.Count, all.Test.Count));
        Assert.All(all.Train, crystal => Assert.Equal("train", crystal.Properties["split"]));
        Assert.All(all.Test, crystal => Assert.Equal("test", crystal.Properties["split"]));
        Assert.Equal(10, some.Train.Count);
        Assert.Empty(some.Train.Select(crystal => crystal.Id).Except(all.Train.Select(crystal => crystal.Id)));
        Assert.Equal(all.Test.Select(crystal => crystal.Id), some.Test.Select(crystal => crystal.Id));
    }

    [Fact]
    public void Placements_keep_the_crystal()
    {
        IReadOnlyList<Material> rows = CrystalRows.Read(Source, Small).Test;
        IReadOnlyList<Material> turned = CrystalPlacement.Turned(rows, new Seeds(1)), anew = CrystalPlacement.DescribedAnew(rows, new Seeds(1));

        for (int row = 0; row < rows.Count; row++)
        {
            Lattice before = rows[row].Structure!.Lattice!, after = turned[row].Structure!.Lattice!;
            Assert.Equal(before.Lengths.A, after.Lengths.A, 1e-9);
            Assert.Equal(before.Angles.Gamma, after.Angles.Gamma, 1e-9);
            Assert.True((before.Vectors.A - after.Vectors.A).Length > 1e-3);
            Assert.Equal(before.Volume, anew[row].Structure!.Lattice!.Volume, 1e-9);
        }
        Assert.Contains(rows.Zip(anew), pair => Math.Abs(pair.First.Structure!.Lattice!.Lengths.A - pair.Second.Structure!.Lattice!.Lengths.A) > 1e-3);
    }

    [Fact]
    public void What_cannot_be_run_is_refused()
    {
        Study("a").Run(CrystalVariant.Plain, 1);
        string Message(CrystalAdaptationOptions options) =>
            Assert.Throws<InputException>(() => new CrystalAdaptationStudy(Source, options, _folder.File("a")).Run(CrystalVariant.Plain, 1)).Message;

        Assert.Contains("another folder", Message(Small with { Epochs = 4 }));
        Assert.Contains("'rows' is 0", Message(Small with { Rows = 0 }));
        Assert.Contains("at most 1 sites", Assert.Throws<InputException>(() => CrystalRows.Read(Source, Small with { MaximumSites = 1 })).Message);
    }

    [Fact]
    public void The_figure_is_a_picture()
    {
        string path = _folder.File("figure.png");
        CrystalAdaptationFigure.Write(path, [Study("a").Run(CrystalVariant.Plain, 1)]);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    private static double Error(Learning.Metrics.RegressionMetrics metrics) => metrics.MeanAbsoluteError!.Value;

    private CrystalAdaptationStudy Study(string name) => new(Source, Small, _folder.File(name, "."));

    /// <summary>Orthorhombic and oblique cells of two atoms, 26 that are small enough and two of three atoms.</summary>
    private static IEnumerable<Material> Crystals()
    {
        string[] elements = ["Li", "Na", "Mg", "Ca", "Fe", "Cu", "Zn"];
        for (int i = 0; i < 28; i++)
        {
            Element first = Element.Parse(elements[i % 7]), second = Element.Parse(elements[i / 4 % 7]);
            Structure structure = Structure.Crystal(
                Lattice.FromParameters(2.5 + 0.03 * i, 3.1 + 0.02 * i, 3.6, 90 - i % 5, 90, 90 + i % 3),
                i >= 26 ? [first, second, second] : [first, second],
                i >= 26 ? [new Vector3D(0, 0, 0), new Vector3D(0.5, 0.5, 0.5), new Vector3D(0.3, 0.1, 0.7)] : [new Vector3D(0, 0, 0), new Vector3D(0.4, 0.45, 0.5 + 0.01 * (i % 4))]);
            string split = i % 5 == 0 && i < 25 ? "val" : i % 5 == 1 && i < 25 ? "test" : "train";
            yield return new Material($"cell {i}", Composition.Of(structure), structure)
            {
                Properties = ImmutableDictionary<string, string>.Empty.Add("split", split).Add("energy", FormattableString.Invariant($"{structure.Density / 10:R}")),
            };
        }
    }

    private sealed class StopAt(int epoch, CancellationTokenSource stop) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            if (value.Epoch == epoch) stop.Cancel();
        }
    }
}
