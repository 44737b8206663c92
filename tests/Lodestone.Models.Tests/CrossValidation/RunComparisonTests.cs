using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.CrossValidation;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.CrossValidation;

public sealed class RunComparisonTests : IDisposable
{
    private static readonly double[] Truths = [1, 2, 3, 4];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>By hand: folds {0, 1} and {2, 3}; errors 1, 1 | 2, 2 against 0, 1 | 1, 1, so the differences are 0.5 and 1 by fold, and 1, 0, 1, 1 by
    /// row. s² = 0.125, the standard error is √((1/2 + 1)·0.125) = 0.433013, t = √3, and one degree of freedom gives p = 1/3.</summary>
    [Fact]
    public void Two_folds_by_hand()
    {
        RunComparison comparison = Assert.Single(RunComparison.Of(Finish("a", [2, 3, 5, 6]), Finish("b", [1, 3, 4, 5]), new Seeds(1)));

        Assert.Equal(("y", "mae", 1.5, 0.75), (comparison.Target, comparison.Measure, comparison.First, comparison.Second));
        Assert.Equal(0.75, comparison.ByFold.Mean, 1e-12);
        Assert.Equal(1.0 / 3, comparison.ByFold.PValue, 1e-9);
        Assert.Equal(0.75 + 12.7062047 * 0.4330127, comparison.ByFold.High, 1e-5);
        Assert.Equal((4, 0.75), (comparison.ByRow!.Rows, comparison.ByRow.Mean));
        // Of the sign flips of 1, 0, 1, 1, a quarter have a sum of ±3.
        Assert.Equal(0.25, comparison.ByRow.PValue, 0.02);
    }

    [Fact]
    public void Rows_that_only_one_could_predict_are_left_out()
    {
        RunComparison comparison = RunComparison.Of(Finish("a", [2, 3, 5, null]), Finish("b", [1, null, 4, 5]), new Seeds(1))[0];
        Assert.Equal((2, 1.0), (comparison.ByRow!.Rows, comparison.ByRow.Mean));
    }

    /// <summary>By hand: the probabilities of the true classes are ½ everywhere against 0.9 everywhere, whose log losses are ln 2 and −ln 0.9.</summary>
    [Fact]
    public void Classes_are_compared_by_log_loss_and_by_AUC()
    {
        IReadOnlyList<RunComparison> comparisons = RunComparison.Of(Finish("a", [0.5, 0.5, 0.5, 0.5], "class"), Finish("b", [0.1, 0.9, 0.1, 0.9], "class"), new Seeds(1));

        Assert.Equal(["log_loss", "auc"], comparisons.Select(comparison => comparison.Measure));
        Assert.Equal(Math.Log(2) + Math.Log(0.9), comparisons[0].ByFold.Mean, 1e-12);
        Assert.Equal((0.5, 1.0), (comparisons[1].First, comparisons[1].Second));
        Assert.Null(comparisons[1].ByRow);
    }

    [Fact]
    public void Other_folds_other_data_and_changed_files_are_refused()
    {
        CrossValidationFolder a = Finish("a", [2, 3, 5, 6]);

        Assert.Contains("folds_sha256", Refusal(a, Finish("b", [1, 3, 4, 5], folds: [[0, 2], [1, 3]])));
        Assert.Contains("data_sha256", Refusal(a, Finish("c", [1, 3, 4, 5], data: "other")));
        Assert.Contains("no finished", Refusal(a, new CrossValidationFolder(_folder.File("nowhere"))));
        CrossValidationFolder d = Finish("d", [1, 3, 4, 5]);
        File.WriteAllText(d.Predictions, File.ReadAllText(d.Predictions).Replace(",5,", ",4,"));
        Assert.Contains("predictions.csv", Refusal(a, d));
    }

    private static string Refusal(CrossValidationFolder first, CrossValidationFolder second) =>
        Assert.Throws<InputException>(() => RunComparison.Of(first, second, new Seeds(1))).Message;

    private static readonly DataAccount Account = new() { Data = "", Entries = 4, Unreadable = new(), Unlabelled = 0, NotNumbers = [], Remarks = [] };

    private CrossValidationFolder Finish(string name, double?[] predictions, string head = "l1", int[][]? folds = null, string data = "digest")
    {
        folds ??= [[0, 1], [2, 3]];
        bool isClass = head == "class";
        Material[] materials = [.. Truths.Select((truth, row) => Make($"m{row}", isClass ? (row % 2).ToString() : truth.ToString("R")))];
        var recipe = new Recipe { Name = name, Targets = [new Target("y") { Head = head }] };
        var plan = new CrossValidationPlan(recipe, materials, [.. folds.Select(test => new Fold([.. Enumerable.Range(0, 4).Except(test)], [.. test]))], Account, data);
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        var files = new CrossValidationFolder(folder);
        files.Begin(plan, name, resume: false);
        HeldOutEstimate[] rows = [.. predictions.Select((prediction, row) =>
            new HeldOutEstimate(row, $"m{row}", "Fe", Array.FindIndex(folds, test => test.Contains(row)), "y")
            {
                Truth = materials[row].Number("y"),
                Prediction = prediction,
            })];
        files.End(rows, (foldsDigest, recipeDigest, predictionsDigest) => new CrossValidationSummary
        {
            Name = name,
            Architecture = "none",
            Data = "none",
            Rows = 4,
            Failures = 0,
            By = "random",
            Seed = 0,
            DataSha256 = data,
            FoldsSha256 = foldsDigest,
            RecipeSha256 = recipeDigest,
            PredictionsSha256 = predictionsDigest,
            Targets = new Dictionary<string, TargetScores> { ["y"] = TargetScores.Of(recipe.Targets[0], plan, rows, []) },
        });
        return files;
    }

    private static Material Make(string id, string value) =>
        new(id, Composition.Parse("Fe"), null) { Properties = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("y", value) };
}
