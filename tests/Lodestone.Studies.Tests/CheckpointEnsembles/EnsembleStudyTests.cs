using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using Lodestone.Studies.CheckpointEnsembles;
using Lodestone.Testing;
using TorchSharp;

namespace Lodestone.Studies.Tests.CheckpointEnsembles;

public sealed class EnsembleStudyTests : IDisposable
{
    private static readonly EnsembleOptions Options = new() { Targets = ["density", "size"], Epochs = 6, BatchSize = 8, Sizes = [2, 5] };

    private readonly TemporaryFolder _folder = new();

    public EnsembleStudyTests() =>
        MaterialConverter.Convert(Crystals().Select(crystal => new MaterialReading(crystal.Id, null, "crystals.csv", crystal, null)), _folder.File("crystals.csv"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_way_to_average_is_measured_for_every_target_and_size()
    {
        EnsembleRun run = Study("a").Run(1, cancellation: TestContext.Current.CancellationToken);

        string[] expected = ["best epoch 1 1", "predictions 2 2", "weights 2 1", "weights, refreshed 2 1", "predictions 5 5", "weights 5 1", "weights, refreshed 5 1"];
        foreach (string target in Options.Targets)
        {
            EnsembleRow[] rows = [.. run.Ensembles.Where(row => row.Target == target)];
            Assert.Equal(expected, rows.Select(row => $"{row.Method} {row.Size} {row.Passes}"));
            Assert.All(rows, row => Assert.Equal(row.Method == "predictions", row.Spread > 0));
            Assert.Equal(rows.Length, rows.Select(row => row.TestError).Distinct().Count());
        }
    }

    [Fact]
    public void A_mean_of_predictions_is_never_worse_than_the_mean_of_their_errors()
    {
        EnsembleStudy study = Study("a");
        EnsembleRun[] runs = [.. new ulong[] { 1, 2 }.Select(seed => study.Run(seed, cancellation: TestContext.Current.CancellationToken))];

        foreach (EnsembleRow together in study.OfSeeds(runs))
        {
            double alone = runs.Average(run => run.Ensembles.First(row => row.Target == together.Target && row.Method == "best epoch").TestError);
            Assert.InRange(together.TestError, 0, alone + 1e-12);
            Assert.True(together.Spread > 0);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_a_finished_training_is_not_repeated()
    {
        EnsembleRun first = Study("a").Run(1, cancellation: TestContext.Current.CancellationToken);
        EnsembleRun again = Study("b").Run(1, cancellation: TestContext.Current.CancellationToken);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        EnsembleRun kept = Study("a").Run(1, cancellation: stopped.Token);

        Assert.Equal(first.Ensembles, again.Ensembles);
        Assert.Equal(first.Ensembles, kept.Ensembles);
        Assert.Equal(first.TrainSeconds, kept.TrainSeconds);
        Assert.Equal((22, 6), kept.Rows);
        var other = new EnsembleStudy(_folder.File("crystals.csv"), Options with { Epochs = 7 }, _folder.File("a"));
        Assert.Contains("another folder", Assert.Throws<InputException>(() => other.Run(1, cancellation: TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void Only_rows_with_all_targets_are_learned_from()
    {
        (int Train, int Test) Rows(params string[] targets) =>
            new EnsembleStudy(_folder.File("crystals.csv"), Options with { Targets = targets, Epochs = 5 }, _folder.File(targets[^1]))
                .Run(1, cancellation: TestContext.Current.CancellationToken).Rows;

        Assert.NotEqual(Rows("density"), Rows("density", "size"));
    }

    [Fact]
    public void Refreshed_statistics_are_those_of_the_training_rows()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new CgcnnNetwork(new CgcnnOptions { Convolutions = 1 }, 1);
        CrystalGraph[] samples = [.. Crystals().Select(network.Encoder.Encode)];
        var rows = new TrainingSet<CrystalGraph>(samples, new double?[samples.Length, 1]);
        var heads = new HeadSet([TargetHead.Create(new Target("density") { Head = "l1" }, new Scaler(0, 1))]);
        network.train();
        using var noGrad = torch.no_grad();
        float[] normalizedByTheBatch = [.. network.forward(network.Encoder.Join(samples)).data<float>()];
        IReadOnlyList<NamedTensor> weights = ModuleTensors.Save(network);

        double[] refreshed = new EnsembleEvaluation(network, heads, rows, rows, samples.Length).PredictRefreshed(weights)[0];
        double[] stale = new EnsembleEvaluation(network, heads, rows, rows, samples.Length).Predict(weights)[0];

        for (int i = 0; i < refreshed.Length; i++) Assert.Equal(normalizedByTheBatch[i], refreshed[i], 2e-2); // the running variance is the unbiased one
        Assert.True(stale.Zip(normalizedByTheBatch, (x, y) => Math.Abs(x - y)).Max() > 5 * refreshed.Zip(normalizedByTheBatch, (x, y) => Math.Abs(x - y)).Max());
    }

    [Theory]
    [InlineData("at least two", 1, "density")]
    [InlineData("colour", 2, "colour")]
    public void What_cannot_be_done_is_said(string message, int size, string target)
    {
        var study = new EnsembleStudy(_folder.File("crystals.csv"), Options with { Sizes = [size], Targets = [target] }, _folder.File("c"));

        Assert.Contains(message, Assert.Throws<InputException>(() => study.Run(1, cancellation: TestContext.Current.CancellationToken)).Message);
    }

    private EnsembleStudy Study(string name) => new(_folder.File("crystals.csv"), Options, _folder.File(name));

    /// <summary>Rock salt of several compounds and lattice constants.</summary>
    private static IEnumerable<Material> Crystals()
    {
        string[] cations = ["Li", "Na", "K", "Rb", "Mg", "Ca", "Sr", "Ba"], anions = ["F", "Cl", "O", "S"];
        for (int i = 0; i < cations.Length * anions.Length; i++)
        {
            double edge = 2.6 + 0.05 * i;
            Structure structure = Structure.Crystal(
                Lattice.FromParameters(edge, edge, edge, 60, 60, 60),
                [Element.Parse(cations[i / anions.Length]), Element.Parse(anions[i % anions.Length])],
                [new Vector3D(0, 0, 0), new Vector3D(0.5, 0.5, 0.5)]);
            var properties = ImmutableDictionary<string, string>.Empty.Add("density", FormattableString.Invariant($"{structure.Density:R}"));
            yield return new Material($"salt {i}", Composition.Of(structure), structure)
            {
                Properties = i < 31 ? properties.Add("size", FormattableString.Invariant($"{edge:R}")) : properties,
            };
        }
    }
}
