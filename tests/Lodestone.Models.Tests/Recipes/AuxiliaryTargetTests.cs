using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Recipes;

public sealed class AuxiliaryTargetTests : IDisposable
{
    private const string Known = "volume_A3";

    private readonly TemporaryFolder _folder = new();

    public AuxiliaryTargetTests()
    {
        Material[] crystals = [.. RandomCrystals.Make(60, 1).Select((crystal, i) => crystal with
        {
            Properties = (i % 3 == 0 ? crystal.Properties : crystal.Properties.Remove(RandomCrystals.Property))
                .SetItem(Known, crystal.Structure!.Lattice!.Volume.ToString("R", CultureInfo.InvariantCulture))
                .SetItem("part", i >= 48 ? "test" : i >= 30 ? "val" : "train"),
        })];
        MaterialConverter.Convert(crystals.Select(crystal => new MaterialReading(crystal.Id, null, "crystals.csv", crystal, null)), _folder.File("crystals.csv"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_learned_from_rows_without_a_target_and_not_predicted()
    {
        ModelFile file = Run(out List<MemberReport> reports);

        Assert.Equal(30, file.Description.Training!.TrainingRows);
        Assert.Equal([RandomCrystals.Property], file.Description.Targets.Select(target => target.Target.Name));
        Assert.Equal([Known], file.Description.Auxiliary.Select(target => target.Target.Name));
        Assert.Equal(RandomCrystals.Property, Assert.Single(file.Description.Measurements).Target);
        Assert.Equal(4, file.Description.Measurements[0].Regression!.Count);
        Assert.All(reports, report => Assert.True(report.Epoch!.ValidationMae[0] > 0 && report.Epoch.ValidationMae[1] is null));

        ModelFile alone = Run(out _, "auxiliary=[]");
        Assert.Equal(10, alone.Description.Training!.TrainingRows);
        Assert.Empty(alone.Description.Auxiliary);
        Assert.NotEqual(Predict(alone), Predict(file));
    }

    [Fact]
    public void A_saved_model_predicts_the_targets_as_before()
    {
        ModelFile file = Run(out _);
        string path = _folder.File("model.lodestone");
        file.Save(path);

        using IPropertyModel model = ModelCatalog.Load(file, "model");
        Assert.Equal([RandomCrystals.Property], model.Targets.Select(target => target.Name));
        Assert.Equal(Predict(file), Predict(ModelCatalog.Open(path)));
    }

    [Theory]
    [InlineData("twice", "auxiliary=[{ name: density_g_cm3 }]")]
    [InlineData("'name of a target'", "auxiliary=[{ head: l1 }]")]
    [InlineData("leave 'auxiliary' out", "architecture=forest", "options={}", "training={}")]
    [InlineData("leave 'auxiliary' out", "architecture=hurdle", "options={}", "training={}")]
    public void What_cannot_be_done_is_said(string message, params string[] settings) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Run(out _, settings)).Message);

    private ModelFile Run(out List<MemberReport> reports, params string[] settings)
    {
        Recipe recipe = RecipeFile.Parse(
            $$"""
            name: density
            folder: {{_folder.Path}}
            data: crystals.csv
            split: { by: column, column: part }
            architecture: cgcnn
            options: { atom_feature_length: 8, hidden_length: 8, convolutions: 1 }
            targets: [{ name: {{RandomCrystals.Property}} }]
            auxiliary: [{ name: {{Known}}, head: l1 }]
            training: { epochs: 3, batch_size: 16 }
            measure: [{ name: test rows }]
            """, "density.yaml", settings);
        var watch = new Watch();
        ModelFile file = new RecipeRunner(recipe) { Epochs = watch }.Run(TestContext.Current.CancellationToken).File;
        reports = watch.Reports;
        return file;
    }

    private static double[] Predict(ModelFile file)
    {
        using IPropertyModel model = ModelCatalog.Load(file, "model");
        return [.. model.Predict(RandomCrystals.Make(5, 7)).Select(prediction => Assert.Single(prediction.Estimates).Mean)];
    }

    private sealed class Watch : IProgress<MemberReport>
    {
        public List<MemberReport> Reports { get; } = [];

        public void Report(MemberReport value) => Reports.Add(value);
    }
}
