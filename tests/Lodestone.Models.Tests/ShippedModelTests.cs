using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Matter;
using Lodestone.Models.Canonicalization;
using Lodestone.Models.Recipes;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Canonicalization.Crystals;
using Lodestone.Testing;

namespace Lodestone.Models.Tests;

/// <summary>What ships: the files, their cards and their recipes agree.</summary>
public sealed class ShippedModelTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "models");

    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_models_of_the_command_line_are_there() =>
        Assert.Equal(["band-gap", "energy-above-hull", "formation-energy", "magnetic-order", "magnetization", "magnetization-forest"], Names.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_is_small_calibrated_measured_and_made_by_its_recipe(string name)
    {
        string path = Path.Combine(Folder, name, name + ModelFile.Extension);
        ModelDescription description = ModelFile.Load(path).Description;

        Assert.InRange(new FileInfo(path).Length, 1, 5_000_000);
        Assert.Equal(name, description.Name);
        Assert.All(description.Targets, target => Assert.NotEqual(target.IsClass, target.Calibration is not null));
        Assert.NotEmpty(description.Elements);
        Assert.Contains(description.Measurements, measurement => measurement.Data.StartsWith("test rows", StringComparison.Ordinal));
        Recipe recipe = RecipeFile.Read(Path.Combine(Repository.Root, "recipes", name + ".yaml"), ["folder="]);
        Assert.Equal(RecipeFile.Write(recipe), description.Training!.Recipe);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_gives_the_measured_errors_of_its_model(string name)
    {
        string card = File.ReadAllText(Path.Combine(Folder, name, "README.md"));
        foreach (Measurement measurement in ModelFile.Load(Path.Combine(Folder, name, name + ModelFile.Extension)).Description.Measurements)
        {
            if (measurement.Classification is { } classes)
            {
                AssertRow(card, measurement, classes);
                continue;
            }
            RegressionMetrics errors = measurement.Regression!;
            string row = Assert.Single(card.Split('\n'), line => line.StartsWith($"| {measurement.Data} |", StringComparison.Ordinal));
            string[] cells = [.. row.Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Trim('*'))];
            Assert.Equal(errors.Count.ToString(CultureInfo.InvariantCulture), cells[2]);
            AssertRounded(errors.MeanAbsoluteError!.Value, cells[3]);
            AssertRounded(errors.MedianPredictorError!.Value, cells[4]);
            AssertRounded(100 * errors.Coverage!.Value, cells[7].TrimEnd('%', ' '));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_prediction_does_not_depend_on_the_order_of_the_sites_nor_in_a_standard_cell_on_the_description(string name)
    {
        using IPropertyModel model = ModelCatalog.Load(Path.Combine(Folder, name, name + ModelFile.Extension));
        using IPropertyModel canonicalized = new CanonicalizedModel(model, StandardCell.Of);
        Structure[] crystals = [.. CrystalsOf("BaFe12O19", "Fe4N", "FeSi", "SmCo5").Select(material => material.Structure!.Primitive())];

        Equivariance.AssertEquivariant(
            crystal => Mean(canonicalized, crystal), new CrystalGroup(), (motion, crystal) => motion.Act(crystal), Equivariance.Invariant,
            (a, b) => Math.Abs(a - b), crystals, 1e-5, elements: 6);
        Assert.All(crystals, crystal => Assert.Equal(
            Mean(model, crystal), Mean(model, new Structure(crystal.Lattice, [.. crystal.Sites.Reverse()], crystal.Warnings)), 1e-5));
    }

    [Fact]
    public void The_magnetization_of_iron_is_told_from_that_of_salt()
    {
        using IPropertyModel model = ModelCatalog.Load(Path.Combine(Folder, "magnetization", "magnetization.lodestone"));

        IReadOnlyList<Prediction> predictions = model.Predict(CrystalsOf("Fe", "NaCl"), TestContext.Current.CancellationToken);

        Assert.InRange(predictions[0].Estimates[0].Mean, 0.1, 0.3);
        Assert.InRange(predictions[1].Estimates[0].Mean, 0, 0.02);
    }

    private static double Mean(IPropertyModel model, Structure crystal) =>
        model.Predict([new Material("", Composition.Of(crystal), crystal)], TestContext.Current.CancellationToken)[0].Estimates[0].Mean;

    private static Material[] CrystalsOf(params string[] names) =>
        [.. MaterialSource.Open([.. names.Select(name => Path.Combine(Repository.Root, "examples", "crystals", name + ".cif"))])
            .Read(TestContext.Current.CancellationToken).Select(reading => reading.Material!)];

    private static void AssertRow(string card, Measurement measurement, ClassMetrics metrics)
    {
        string row = Assert.Single(card.Split('\n'), line => line.StartsWith($"| {measurement.Data} | `{measurement.Target}` |", StringComparison.Ordinal));
        string[] cells = [.. row.Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Trim('*'))];
        Assert.Equal(metrics.Count.ToString(CultureInfo.InvariantCulture), cells[3]);
        double[] numbers = [metrics.Prevalence!.Value, metrics.MajorityAccuracy!.Value, metrics.Accuracy!.Value, metrics.Auc!.Value, metrics.LogLoss!.Value, metrics.CalibrationError!.Value];
        for (int i = 0; i < numbers.Length; i++)
            AssertRounded(numbers[i], cells[4 + i]);
    }

    private static void AssertRounded(double value, string text)
    {
        int decimals = text.Length - text.IndexOf('.') - 1;
        Assert.Equal(Math.Round(value, decimals).ToString($"F{decimals}", CultureInfo.InvariantCulture), text);
    }
}
