using System.Globalization;
using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Tests.Hurdle;

public sealed class HurdleTests
{
    private static readonly Target Mass = new(RandomFormulas.Property) { Minimum = 0 };

    [Fact]
    public void A_forest_and_boosting_make_a_model_that_is_saved_and_gives_intervals()
    {
        Material[] test = Rows(200, 4);
        ModelFile file = ModelFile.Parse(Train(Rows(300, 3)).ToBytes(), "the model of the test");
        using IPropertyModel model = ModelCatalog.Load(file, "the model of the test");

        IReadOnlyList<Prediction> predictions = model.Predict(test);

        double[] truths = [.. test.Select(material => material.Number(Mass.Name)!.Value)];
        Assert.InRange(predictions.Zip(truths, (p, truth) => Math.Abs(p.Estimates[0].Mean - truth)).Average(), 0, 0.5 * truths.Average());
        Assert.InRange(predictions.Zip(truths).Count(row => row.First.Estimates[0].Interval is { } i && i.Low <= row.Second && row.Second <= i.High), 150, 200);
    }

    [Fact]
    public void Its_estimate_is_the_product_of_probability_and_size()
    {
        ModelFile file = Train(Rows(300, 3), size: """{ "size": "forest", "size_options": { "descriptors": "fractions", "trees": 30 } }""");
        using IPropertyModel model = ModelCatalog.Load(file, "the model"), occurrence = Part(file, "occurrence/"), size = Part(file, "size/");
        Material[] rows = Rows(20, 9);
        Estimate[] Estimates(IPropertyModel part) => [.. part.Predict(rows).Select(prediction => prediction.Estimates[0])];

        foreach (var (mixed, p, m) in Estimates(model).Zip(Estimates(occurrence), Estimates(size)))
        {
            Assert.Equal(p.Mean * m.Mean, mixed.Mean, 1e-9);
            Assert.Equal(p.Mean * (Square(m.Aleatoric) + Square(m.Mean)) - Square(mixed.Mean), Square(mixed.Aleatoric), 1e-6);
            Assert.Equal(Square(m.Mean * p.Epistemic) + Square(p.Mean * m.Epistemic), Square(mixed.Epistemic), 1e-6);
        }

        Assert.Contains(Estimates(occurrence), p => p.Epistemic > 0);
        Assert.Contains(Estimates(size), m => m.Epistemic > 0);
    }

    [Fact]
    public void Rows_without_any_size_and_heads_that_part_by_themselves_are_refused()
    {
        Material[] zeros = [.. Rows(30, 3).Select(row => row with { Properties = row.Properties.SetItem(Mass.Name, "0") })];

        Assert.Contains("above its threshold", Assert.Throws<InputException>(() => Train(zeros)).Message);
        Assert.Contains("by itself", Assert.Throws<InputException>(() => Train(Rows(30, 3), Mass with { Head = "hurdle" })).Message);
    }

    private static double Square(double x) => x * x;

    private static IPropertyModel Part(ModelFile file, string prefix) =>
        ModelCatalog.Load(Models.Catalog.NestedModel.Load(file, prefix, "the model"), "the model");

    private static ModelFile Train(
        Material[] rows, Target? target = null, string size = """{ "size": "boosting", "size_options": { "descriptors": "fractions", "rounds": 100 } }""")
    {
        JsonObject options = JsonNode.Parse(size)!.AsObject();
        options["occurrence_options"] = new JsonObject { ["descriptors"] = "fractions", ["trees"] = 30 };
        TrainedModel trained = ModelCatalog.Architecture("hurdle").Train(
            new TrainingTask
            {
                Train = rows,
                Validation = Rows(100, 5),
                Targets = [target ?? Mass],
                Options = options,
                Training = new TrainingOptions(),
                Seeds = new Seeds(1),
            },
            null, default);
        return new ModelFile(new ModelDescription { Name = "hurdle", Architecture = "hurdle", Options = trained.Options, Targets = [.. trained.Targets] }, trained.Tensors);
    }

    private static Material[] Rows(int count, ulong seed) => [.. RandomFormulas.Make(count, seed).Select(material =>
        material.Number(Mass.Name) > 40 ? material : material with { Properties = material.Properties.SetItem(Mass.Name, 0.0.ToString(CultureInfo.InvariantCulture)) })];
}
