using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Estimators;
using Lodestone.Models.Recipes;
using Lodestone.Models.Selection;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Selection;

public sealed class DescriptorSelectionTests : IDisposable
{
    private static readonly string[] Results = ["recipe.yaml", "importance.csv", "steps.csv", "error-by-size.svg", "summary.json", "state.json"];

    private static readonly SelectionRequest Request = new()
    {
        Search = new SelectionOptions { Start = 4, Largest = 4, Step = 2, Proposals = 12, Seed = 3 },
        Folds = 3,
        Trees = 8,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_recipe_that_it_writes_trains_with_the_selected_descriptors()
    {
        SelectionSummary summary = Select("out", Table());

        Assert.InRange(summary.Selected.Count, 1, 4);
        Assert.True(summary.Error < summary.ErrorOfConstant);
        Assert.Equal((60, 40, 0), (summary.Rows, summary.KeptAside, summary.Failures));
        Assert.Equal(summary.Selected.Count, summary.BySize[^1].Size);
        Assert.Equal(summary.Error, summary.BySize[^1].Error);
        ModelFile file = new RecipeRunner(RecipeFile.Read(_folder.File("out", "recipe.yaml"), ["trees=5"])).Run(TestContext.Current.CancellationToken).File;
        using var model = (EstimatorModel)ModelCatalog.Load(file, "the model of the test");
        Assert.Equal(summary.Selected.Select(one => one.Descriptor).Order(), model.Descriptors.Order());
        Assert.Equal(summary.Selected.Count + 1, File.ReadLines(_folder.File("out", "importance.csv")).Count());
    }

    [Fact]
    public void Validation_and_test_rows_change_nothing()
    {
        Select("one", Table());
        Select("two", Table(otherRows: 7));

        foreach (string name in new[] { "importance.csv", "steps.csv", "error-by-size.svg" })
            Assert.Equal(File.ReadAllBytes(_folder.File("one", name)), File.ReadAllBytes(_folder.File("two", name)));
    }

    [Fact]
    public void An_interrupted_selection_goes_on_where_it_was()
    {
        string table = Table();
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Make("cut", table, resume: false, new Stopper(stop, 5)).Run(stop.Token));
        Assert.True(File.Exists(_folder.File("cut", "state.json")));
        Assert.False(File.Exists(_folder.File("cut", "summary.json")));

        Make("cut", table, resume: true).Run(TestContext.Current.CancellationToken);
        Select("whole", table);

        Assert.All(Results, name => Assert.Equal(File.ReadAllBytes(_folder.File("whole", name)), File.ReadAllBytes(_folder.File("cut", name))));
    }

    [Fact]
    public void Descriptors_are_rounded_as_in_training()
    {
        string table = Table();
        Recipe rounded = RecipeFile.Parse(Text(table), "the recipe", ["significant_digits=1"]);
        SelectionSummary coarse = new DescriptorSelection(rounded, Request, _folder.Path).Run(TestContext.Current.CancellationToken);
        Assert.NotEqual(Select("exact", table).ErrorOfAll, coarse.ErrorOfAll);
    }

    [Fact]
    public void A_search_of_other_rows_is_not_resumed()
    {
        Select("out", Table());
        string table = Table(trainRows: 2);
        Assert.Contains("delete it", Assert.Throws<InputException>(() => Make("out", table, resume: true).Run()).Message);
        Assert.Contains("--force", Assert.Throws<InputException>(() => Select("out", table)).Message);
        Make("out", table, resume: false, force: true).Run(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("forest", "architecture=cgcnn")]
    [InlineData("one target", "targets=[{name: y}, {name: z}]")]
    [InlineData("descriptor set 'colours'", "descriptors=colours")]
    [InlineData("no option 'rounds'", "options.rounds=3")]
    public void What_cannot_be_selected_for_is_refused(string reason, string setting)
    {
        Recipe recipe = RecipeFile.Parse(Text(Table()), "the recipe", [setting]);
        Assert.Contains(reason, Assert.Throws<InputException>(() => new DescriptorSelection(recipe, Request, _folder.Path).Run()).Message);
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        foreach (SelectionRequest bad in new[] { Request with { Folds = 1 }, Request with { Trees = 0 }, Request with { Correlation = 0 }, Request with { Folds = 100 } })
            Assert.Throws<InputException>(() => new DescriptorSelection(RecipeFile.Parse(Text(Table()), "the recipe", []), bad, _folder.Path).Run());
    }

    private SelectionSummary Select(string name, string table) => Make(name, table, resume: false).Run(TestContext.Current.CancellationToken);

    private DescriptorSelection Make(string name, string table, bool resume, IProgress<SelectionState>? progress = null, bool force = false)
    {
        _folder.File(name, "any");
        return new DescriptorSelection(RecipeFile.Parse(Text(table), "the recipe", []), Request, Path.Combine(_folder.Path, name)) { Resume = resume, Force = force, Progress = progress };
    }

    private static string Text(string table) => $$"""
        name: test
        data: '{{table}}'
        split: { by: column }
        targets: [{ name: y }]
        architecture: forest
        options: { descriptors: fractions, trees: 10 }
        """;

    /// <summary>Of a hundred formulas the first sixty are to learn from; the others have targets of their own.</summary>
    private string Table(double otherRows = 1, double trainRows = 1)
    {
        Material[] materials = RandomFormulas.Make(100, 1);
        IEnumerable<string> rows = materials.Select((material, i) =>
        {
            double value = material.Number(RandomFormulas.Property)!.Value * (i < 60 ? trainRows : otherRows);
            return string.Create(CultureInfo.InvariantCulture, $"{i},{material.Composition.Formula},{(i < 60 ? "train" : i < 80 ? "val" : "test")},{value:R}");
        });
        return _folder.Write(string.Create(CultureInfo.InvariantCulture, $"table{otherRows}-{trainRows}.csv"), "id,formula,split,y\n" + string.Join('\n', rows) + "\n");
    }

    private sealed class Stopper(CancellationTokenSource source, int steps) : IProgress<SelectionState>
    {
        public void Report(SelectionState state)
        {
            if (state.Steps.Length == steps) source.Cancel();
        }
    }
}
