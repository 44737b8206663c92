using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning.Metrics;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.CrossValidation;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.CrossValidation;

public sealed class CrossValidatorTests : IDisposable
{
    private static readonly string[] Results = ["recipe.yaml", "folds.csv", "predictions.csv", "summary.json"];

    private readonly TemporaryFolder _folder = new();

    public CrossValidatorTests() => WriteCrystals("crystals.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_row_is_held_out_once_and_the_errors_follow_from_the_predictions()
    {
        CrossValidationSummary summary = Run("a");
        var (again, rows) = new CrossValidationFolder(_folder.File("a")).Read();

        Assert.Equal(summary.ToJson(), again.ToJson());
        Assert.Equal(Enumerable.Range(0, 48), rows.Select(row => row.Row));
        TargetScores scores = summary.Targets[RandomCrystals.Property];
        Assert.Equal(4, scores.Folds.Count);
        foreach (FoldScores fold in scores.Folds)
        {
            HeldOutEstimate[] held = [.. rows.Where(row => row.Fold == fold.Fold)];
            Assert.Equal(held.Average(row => Math.Abs(row.Truth!.Value - row.Prediction!.Value)), fold.Metrics["mae"]!.Value, 1e-12);
            double median = Ranks.Median(rows.Except(held).Select(row => row.Truth!.Value))!.Value;
            Assert.Equal(held.Average(row => Math.Abs(row.Truth!.Value - median)), fold.Metrics["median_predictor_mae"]!.Value, 1e-12);
            Assert.Equal((36, 12), (fold.TrainingRows, fold.Rows));
        }
        Assert.Equal(scores.Folds.Average(fold => fold.Metrics["mae"]!.Value), scores.Mean["mae"]!.Value, 1e-12);
        Assert.Null(scores.CalibrationError);
        Assert.False(Directory.Exists(_folder.File("a", "run")));
    }

    [Fact]
    public void The_folds_are_those_of_the_seed_that_the_recipe_names()
    {
        Run("a", "crossval.seed=18012019", "seed=1");
        Run("b", "crossval.seed=18012019", "seed=2");

        IReadOnlyList<HeldOutEstimate> rows = new CrossValidationFolder(_folder.File("a")).Read().Rows;
        foreach (var (fold, number) in Folds.Random(48, 4, 18012019).Select((fold, number) => (fold, number)))
            Assert.Equal(fold.Test, rows.Where(row => row.Fold == number).Select(row => row.Row));
        Assert.Equal(File.ReadAllBytes(_folder.File("a", "folds.csv")), File.ReadAllBytes(_folder.File("b", "folds.csv")));
        Assert.NotEqual(File.ReadAllBytes(_folder.File("a", "predictions.csv")), File.ReadAllBytes(_folder.File("b", "predictions.csv")));
    }

    [Fact]
    public void The_same_recipe_gives_the_same_bytes_whether_interrupted_or_not()
    {
        Run("whole");
        using var stop = new CancellationTokenSource();
        var first = new Watch(report =>
        {
            if (report is { Name: "fold1", Member.Epoch.Epoch: 2 }) stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Run("cut", first, resume: false, stop.Token));
        Assert.False(File.Exists(_folder.File("cut", "summary.json")));

        var second = new Watch(_ => { });
        Run("cut", second, resume: true, default);

        Assert.All(Results, name => Assert.Equal(File.ReadAllBytes(_folder.File("whole", name)), File.ReadAllBytes(_folder.File("cut", name))));
        Assert.DoesNotContain(second.Reports, report => report is { Name: "fold0", Member: not null });
        Assert.DoesNotContain(second.Reports, report => report is { Name: "fold1", Member.Epoch.Epoch: 1 });
    }

    [Fact]
    public void A_finished_run_is_not_repeated_and_another_recipe_does_not_continue_it()
    {
        CrossValidationSummary summary = Run("a");
        var watch = new Watch(_ => { });

        Assert.Equal(summary.ToJson(), Run("a", watch, resume: true, default).ToJson());
        Assert.Empty(watch.Reports);
        Assert.Contains("--resume", Assert.Throws<InputException>(() => Run("a", watch, resume: true, default, "epochs=4")).Message);
    }

    [Theory]
    [InlineData("formula")]
    [InlineData("chemsys")]
    public void No_group_is_learned_from_where_it_is_held_out(string by)
    {
        Recipe recipe = Parse($"crossval.by={by}", "split.validation=0.3");
        CrossValidationPlan plan = CrossValidationPlan.Read(recipe, null, TestContext.Current.CancellationToken);
        string Group(Material material) => by == "formula" ? material.Composition.ReducedFormula : material.Composition.ChemicalSystem;

        foreach (var (fold, number) in plan.Folds.Select((fold, number) => (fold, number)))
        {
            var (train, validation) = plan.SetAside(fold, new Seeds(1));
            HashSet<string> held = [.. fold.Test.Select(row => Group(plan.Materials[row]))];
            Assert.NotEmpty(validation);
            Assert.Empty(train.Concat(validation).Select(Group).Intersect(held));
            Assert.Empty(train.Select(Group).Intersect(validation.Select(Group)));
            foreach (Fold inner in plan.Inner(number))
            {
                Assert.Equal(fold.Train, inner.Train.Concat(inner.Test).Order());
                Assert.Empty(inner.Train.Select(row => Group(plan.Materials[row])).Intersect(inner.Test.Select(row => Group(plan.Materials[row]))));
            }
        }
    }

    [Fact]
    public void Inner_folds_choose_the_variant_that_learns()
    {
        CrossValidationSummary summary = Run("a", "crossval.folds=2", "crossval.inner_folds=2", "epochs=30", "variants=[[learning_rate=0.000001], [learning_rate=0.02]]");

        Assert.All(summary.Targets[RandomCrystals.Property].Folds, fold => Assert.Equal(1, fold.Variant));
        Run("b", "crossval.folds=2", "epochs=30", "learning_rate=0.02");
        Assert.Equal(File.ReadAllBytes(_folder.File("b", "predictions.csv")), File.ReadAllBytes(_folder.File("a", "predictions.csv")));
    }

    [Fact]
    public void A_variant_may_not_change_what_is_measured() =>
        Assert.Contains("Variant 0", Assert.Throws<InputException>(() => Run("a", "variants=[[data=other.csv]]")).Message);

    [Theory]
    [InlineData("True", "False")]
    [InlineData("1", "0")]
    public void Truth_values_and_numbers_are_classes(string yes, string no)
    {
        string[] lines = File.ReadAllLines(_folder.File("crystals.csv"));
        WriteCrystals("classes.csv", value => value > 5 ? yes : no);
        Assert.NotEqual(lines, File.ReadAllLines(_folder.File("classes.csv")));

        CrossValidationSummary summary = Run(yes, "data=classes.csv", "targets.0.head=class", "crossval.by=class");

        TargetScores scores = summary.Targets[RandomCrystals.Property];
        Assert.True(scores.IsClass);
        var (_, rows) = new CrossValidationFolder(_folder.File(yes)).Read();
        Assert.All(rows, row => Assert.InRange(row.Prediction!.Value, 0, 1));
        Assert.Equal([0.0, 1], rows.Select(row => row.Truth!.Value).Distinct().Order());
        double positives = rows.Count(row => row.Truth > 0);
        Assert.Equal(positives / 48, scores.Mean["prevalence"]!.Value, 0.05);
        Assert.NotNull(scores.Mean["auc"]);
        ClassMetrics together = ClassMetrics.Of([.. rows.Select(row => row.Truth > 0)], [.. rows.Select(row => row.Prediction!.Value)]);
        Assert.Equal(together.CalibrationError!.Value, scores.CalibrationError!.Value, 1e-12);
    }

    [Theory]
    [InlineData("at most 48", "crossval.folds=49")]
    [InlineData("at least 2", "crossval.folds=1")]
    [InlineData("'by_lot'", "crossval.by=by_lot")]
    [InlineData("'class'", "crossval.by=class")]
    [InlineData("gap_eV", "targets.0.name=gap_eV")]
    [InlineData("leave some rows", "split.validation=1")]
    [InlineData("twice", "targets=[{name: a}, {name: a}]")]
    [InlineData("no option 'colour'", "colour=red")]
    [InlineData("no option 'colour'", "variants=[[colour=red]]")]
    public void What_cannot_be_done_is_said(string message, string setting)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Run("bad", setting)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("bad")));
    }

    [Fact]
    public void Train_does_not_choose_among_variants() =>
        Assert.Contains("crossval", Assert.Throws<InputException>(() => new RecipeRunner(Parse("variants=[[epochs=3]]")).Run(TestContext.Current.CancellationToken)).Message);

    private CrossValidationSummary Run(string name, params string[] settings) => Run(name, null, resume: false, TestContext.Current.CancellationToken, settings);

    private CrossValidationSummary Run(string name, Watch? watch, bool resume, CancellationToken cancellation, params string[] settings)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        return new CrossValidator(Parse(settings), folder) { Progress = watch, Resume = resume }.Run(cancellation);
    }

    private Recipe Parse(params string[] settings) => RecipeFile.Parse(
        $$"""
        name: density
        folder: {{_folder.Path}}
        data: crystals.csv
        architecture: cgcnn
        options: { atom_feature_length: 8, hidden_length: 8, convolutions: 1 }
        targets: [{ name: {{RandomCrystals.Property}} }]
        training: { epochs: 3, batch_size: 16 }
        crossval: { folds: 4 }
        """, "density.yaml", settings);

    private void WriteCrystals(string name, Func<double, string>? label = null)
    {
        Material[] crystals = [.. RandomCrystals.Make(48, 1).Select(crystal => label is null ? crystal : crystal with
        {
            Properties = crystal.Properties.SetItem(RandomCrystals.Property, label(crystal.Number(RandomCrystals.Property)!.Value)),
        })];
        MaterialConverter.Convert(crystals.Select(crystal => new MaterialReading(crystal.Id, null, name, crystal, null)), _folder.File(name));
    }

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
