using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Catalog;

/// <summary>A shipped model goes on with rows of a user, and is not worse for it.</summary>
[Trait("Category", "Slow")]
public sealed class FineTuningTests : IDisposable
{
    private const int Rows = 100;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_hundred_rows_never_make_the_start_worse_on_its_own_test_rows()
    {
        string start = Path.Combine(Repository.Root, "models", "band-gap", "band-gap.lodestone");
        string table = Table(SharedData.Require("crystals", "mp.csv.gz"));
        var (before, after) = (new List<double>(), new List<double>());
        foreach (ulong seed in new ulong[] { 1, 2, 3 })
        {
            Recipe recipe = RecipeFile.Parse(
                $"data: '{table}'\ntargets: [{{ name: band_gap_eV, minimum: 0 }}]\narchitecture: egnn\nstart_from: '{start}'\nmeasure: [{{ name: test rows }}]", "the recipe", [$"seed={seed}", "epochs=10"]);
            TrainingOutcome outcome = new RecipeRunner(recipe).Run(TestContext.Current.CancellationToken);
            MeasuredRows test = outcome.Measured.Single(rows => rows.Data == "test rows");
            after.Add(test.Rows.Average(row => Math.Abs(row.Estimate.Mean - row.Truth)));
            before.Add(ErrorOf(start, table, [.. test.Rows.Select(row => row.Id)]));
            Assert.Superset(ModelFile.Load(start).Description.Elements.ToHashSet(), outcome.File.Description.Elements.ToHashSet());
        }

        double[] growth = [.. after.Zip(before, (one, other) => one - other)];
        double spread = Math.Sqrt(growth.Average(value => Math.Pow(value - growth.Average(), 2)) * 3 / 2);
        Assert.True(growth.Average() <= spread, $"{string.Join(", ", before)} eV became {string.Join(", ", after)} eV");
    }

    public void Dispose() => _folder.Dispose();

    private static double ErrorOf(string model, string table, HashSet<string> ids)
    {
        using IPropertyModel start = ModelCatalog.Load(model);
        Data.Material[] rows = [.. Data.MaterialSource.Open(table).Read().Select(reading => reading.Material!).Where(material => ids.Contains(material.Id))];
        return start.Predict(rows).Zip(rows, (said, row) => Math.Abs(said.Estimates[0].Mean - row.Number("band_gap_eV")!.Value)).Average();
    }

    private string Table(string source)
    {
        IEnumerable<Data.MaterialReading> rows = Data.MaterialSource.Open(source).Read()
            .Where(reading => reading.Material is { } material && material.Has("band_gap_eV") && material.Properties["split"] == "test").Take(Rows);
        string path = _folder.File("gaps.csv");
        Data.MaterialConverter.Convert(rows, path);
        return path;
    }
}
