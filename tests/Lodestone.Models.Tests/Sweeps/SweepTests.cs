using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Recipes;
using Lodestone.Models.Sweeps;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Sweeps;

public sealed class SweepTests : IDisposable
{
    private static readonly string[] Names = ["short-seed1", "short-seed2", "long-seed1", "long-seed2"];

    private readonly TemporaryFolder _folder = new();

    public SweepTests() => MaterialConverter.Convert(
        RandomCrystals.Make(40, 1).Select(crystal => new MaterialReading(crystal.Id, null, "crystals.csv", crystal, null)), _folder.File("crystals.csv"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_variant_and_seed_is_what_train_makes_of_them()
    {
        IReadOnlyList<SweepRun> runs = Run("a", null, TestContext.Current.CancellationToken);

        Assert.Equal(Names, runs.Select(run => $"{run.Variant}-seed{run.Seed}"));
        Assert.Equal([3, 3, 5, 5], runs.Select(run => run.Epochs));
        Assert.All(runs, run => Assert.True(run.Seconds > 0 && run.Parameters > 0 && run.TrainingRows == 28));
        ModelFile alone = new RecipeRunner(Parse("variants=[]", "name=long", "epochs=5", "seed=2")).Run(TestContext.Current.CancellationToken).File;
        Assert.Equal(alone.Description.Measurements, runs[3].Measurements);
        ModelFile kept = ModelFile.Load(_folder.File("a", "long-seed2.lodestone"));
        Assert.Equal(alone.Fingerprint(), kept.Fingerprint());

        string[][] rows = [.. File.ReadLines(_folder.File("a", "runs.csv")).Select(line => line.Split(','))];
        int Column(string name) => Array.IndexOf(rows[0], name);
        Assert.Equal(
            runs.Select(run => (run.Variant, run.Seed, run.Measurements[0].Regression!.MeanAbsoluteError)).Order(),
            rows.Skip(1).Select(row => (row[Column("variant")], ulong.Parse(row[Column("seed")]), (double?)double.Parse(row[Column("mae")], CultureInfo.InvariantCulture))).Order());
    }

    [Fact]
    public void An_interrupted_sweep_goes_on_where_it_was()
    {
        IReadOnlyList<SweepRun> whole = Run("whole", null, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var first = new Watch(report =>
        {
            if (report is { Name: "long-seed1", Member.Epoch.Epoch: 3 }) stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Run("cut", first, stop.Token));

        var second = new Watch(_ => { });
        IReadOnlyList<SweepRun> resumed = Run("cut", second, TestContext.Current.CancellationToken);

        Assert.All(Names, name => Assert.Equal(
            File.ReadAllBytes(_folder.File("whole", name + ModelFile.Extension)), File.ReadAllBytes(_folder.File("cut", name + ModelFile.Extension))));
        Assert.Equal(whole.Select(run => (run.Epochs, run.BestEpoch)), resumed.Select(run => (run.Epochs, run.BestEpoch)));
        Assert.DoesNotContain(second.Reports, report => report.Name == "short-seed1");
        Assert.DoesNotContain(second.Reports, report => report is { Name: "long-seed1", Member.Epoch.Epoch: 1 });
        Assert.Equal(5, File.ReadLines(_folder.File("cut", "long-seed1.csv")).Skip(1).Select(line => line.Split(',')[1]).Distinct().Count());
    }

    [Fact]
    public void Runs_of_another_recipe_are_not_taken_for_its_own()
    {
        Run("a", null, TestContext.Current.CancellationToken);

        Assert.Contains("short-seed1", Assert.Throws<InputException>(() => Run("a", null, TestContext.Current.CancellationToken, "batch_size=8")).Message);
    }

    [Theory]
    [InlineData("measures nothing", "measure=[]")]
    [InlineData("'short'", "variants=[[name=short], [name=short, epochs=2]]")]
    [InlineData("no option 'colour'", "variants=[[colour=red]]")]
    public void What_cannot_be_done_is_said(string message, string setting)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Run("bad", null, TestContext.Current.CancellationToken, setting)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("bad")));
    }

    [Fact]
    public void An_unknown_variant_is_refused_with_the_names_of_those_there_are()
    {
        string message = Assert.Throws<InputException>(() => new Sweep(Parse(), _folder.Path) { Only = ["wide"] }.Run(TestContext.Current.CancellationToken)).Message;

        Assert.Contains("'wide'", message);
        Assert.Contains("short, long", message);
    }

    private IReadOnlyList<SweepRun> Run(string name, Watch? watch, CancellationToken cancellation, params string[] settings)
    {
        string folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        return new Sweep(Parse(settings), folder) { Seeds = 2, Progress = watch }.Run(cancellation);
    }

    private Recipe Parse(params string[] settings) => RecipeFile.Parse(
        $$"""
        name: density
        folder: {{_folder.Path}}
        data: crystals.csv
        split: { by: random, validation: 0.1, test: 0.2 }
        architecture: cgcnn
        options: { atom_feature_length: 8, hidden_length: 8, convolutions: 1 }
        targets: [{ name: {{RandomCrystals.Property}} }]
        training: { epochs: 3, batch_size: 16 }
        measure: [{ name: test rows }]
        variants:
          - [name=short]
          - [name=long, epochs=5]
        """, "density.yaml", settings);

    private sealed class Watch(Action<SeriesReport> report) : IProgress<SeriesReport>
    {
        public List<SeriesReport> Reports { get; } = [];

        public void Report(SeriesReport value)
        {
            Reports.Add(value);
            report(value);
        }
    }
}
