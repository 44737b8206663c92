using System.Globalization;
using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Tests;

/// <summary>What every estimator on descriptors must do besides, here on the fractions of the elements.</summary>
public abstract class EstimatorContract(string architecture, string smallOptions) : FormulaContract(architecture, smallOptions)
{
    protected sealed override TrainingOptions Training(int epochs) => new();

    [Theory]
    [InlineData("l1")]
    [InlineData("mse")]
    [InlineData("laplace")]
    [InlineData("gaussian")]
    [InlineData("huber")]
    [InlineData("quantile")]
    public void It_learns_a_value_with_error_bars_and_intervals(string head)
    {
        Material[] test = Make(200, 4);
        using IPropertyModel model = Load(Train(Make(300, 3), [new Target(Property) { Head = head }]));

        IReadOnlyList<Prediction> predictions = model.Predict(test);

        double[] truths = [.. test.Select(material => material.Number(Property)!.Value)];
        double median = truths.Order().ElementAt(100);
        double error = predictions.Zip(truths, (p, truth) => Math.Abs(p.Estimates[0].Mean - truth)).Average();
        Assert.InRange(error, 0, 0.4 * truths.Average(truth => Math.Abs(truth - median)));
        Assert.InRange(predictions.Zip(truths).Count(row => row.First.Estimates[0].Interval is { } i && i.Low <= row.Second && row.Second <= i.High), 150, 200);
    }

    [Fact]
    public void It_learns_a_class()
    {
        Material[] test = Make(200, 4);
        using IPropertyModel model = Load(Train(Make(300, 3), [new Target(Property) { Head = "class", Threshold = 40 }]));

        IReadOnlyList<Prediction> predictions = model.Predict(test);

        Assert.All(predictions, prediction => Assert.InRange(prediction.Estimates[0].Mean, 0, 1));
        Assert.InRange(predictions.Zip(test).Count(row => row.First.Estimates[0].Mean > 0.5 == row.Second.Number(Property) > 40), 160, 200);
    }

    [Fact]
    public void A_class_that_every_row_has_is_predicted_as_certain_or_refused()
    {
        Target target = new(Property) { Head = "class", Threshold = -1 };
        using IPropertyModel model = Load(Train(Make(30, 3), [target]));

        Assert.All(model.Predict(Validation), prediction => Assert.InRange(prediction.Estimates[0].Mean, 0.99, 1));
    }

    [Fact]
    public void It_learns_a_zero_inflated_value()
    {
        Material[] train = [.. Make(300, 3).Select(Cut)], test = [.. Make(200, 4).Select(Cut)];
        using IPropertyModel model = Load(Train(train, [new Target(Property) { Head = "hurdle", Minimum = 0 }]));

        double[] truths = [.. test.Select(material => material.Number(Property)!.Value)];
        double error = model.Predict(test).Zip(truths, (p, truth) => Math.Abs(p.Estimates[0].Mean - truth)).Average();

        Assert.InRange(error, 0, 0.5 * truths.Average());
        Material[] zeros = [.. train.Select(material => With(material, Property, 0))];
        Assert.Contains("above its threshold", Assert.Throws<InputException>(() => Train(zeros, [new Target(Property) { Head = "hurdle" }])).Message);
    }

    [Fact]
    public void Several_targets_with_missing_values_are_learnt_together()
    {
        Material[] train = [.. Make(300, 3).Select((material, i) => i % 3 == 0 ? material : With(material, "twice", 2 * material.Number(Property)!.Value))];
        train[1] = train[1] with { Properties = train[1].Properties.Remove(Property) };
        using IPropertyModel model = Load(Train(train, [new Target(Property), new Target("twice"), new Target(Property) { Head = "hurdle" }]));

        IReadOnlyList<Prediction> predictions = model.Predict(Make(100, 4));

        Assert.All(predictions, prediction => Assert.InRange(prediction.Estimates[1].Mean / prediction.Estimates[0].Mean, 1, 4));
        Assert.InRange(predictions.Average(prediction => prediction.Estimates[1].Mean / prediction.Estimates[0].Mean), 1.8, 2.2);
        Assert.InRange(predictions.Average(prediction => prediction.Estimates[2].Mean / prediction.Estimates[0].Mean), 0.9, 1.1);
    }

    [Fact]
    public void Two_rows_are_enough()
    {
        using IPropertyModel model = Load(Train(Make(2, 3), [new Target(Property)]));

        Assert.All(model.Predict(Validation), prediction => Assert.True(double.IsFinite(prediction.Estimates[0].Mean)));
    }

    [Fact]
    public void A_value_that_is_always_the_same_is_predicted_as_it_is()
    {
        using IPropertyModel model = Load(Train([.. Make(30, 3).Select(material => With(material, Property, 7))], [new Target(Property)]));

        Assert.All(model.Predict(Validation), prediction => Assert.Equal(7, prediction.Estimates[0].Mean, 1e-5));
    }

    [Fact]
    public void A_value_too_large_for_single_precision_is_refused_by_name()
    {
        Material[] rows = Make(30, 3);
        rows[5] = With(rows[5], Property, 1e200);

        Assert.Contains($"'{rows[5].Id}'", Assert.Throws<InputException>(() => Train(rows, [new Target(Property)])).Message);
    }

    [Fact]
    public void A_formula_with_different_values_gets_one_between_them()
    {
        Material row = Make(1, 3)[0];
        using IPropertyModel model = Load(Train([.. Enumerable.Range(0, 40).Select(i => With(row, Property, 10 + i % 3))], [new Target(Property) { Head = "mse" }]));

        Assert.InRange(model.Predict([row])[0].Estimates[0].Mean, 10.2, 11.8);
    }

    [Fact]
    public void The_selected_descriptors_are_stored_and_checked()
    {
        ModelFile file = Train(Make(60, 3), [new Target(Property)], """["fraction_Fe", "fraction_Gd"]""");

        Assert.Equal(["fraction_Fe", "fraction_Gd"], file.Description.Options["selected_descriptors"]!.AsArray().Select(name => (string)name!));
        file.Description.Options["selected_descriptors"]![0] = "colour";
        Assert.Contains("no descriptor 'colour'", Assert.Throws<InputException>(() => Load(file)).Message);
    }

    [Fact]
    public void Options_of_the_training_of_networks_are_refused()
    {
        TrainingTask task = Task(Make(30, 3), [new Target(Property)]) with { Training = new TrainingOptions { Epochs = 3 } };

        Assert.Contains("no epochs", Assert.Throws<InputException>(() => ModelCatalog.Architecture(Architecture).Train(task, null, default)).Message);
    }

    [Fact]
    public void A_head_that_there_is_not_and_a_weight_are_refused()
    {
        Assert.Contains("unknown head", Assert.Throws<InputException>(() => Train(Make(30, 3), [new Target(Property) { Head = "colour" }])).Message);
        Assert.Contains("weigh the same", Assert.Throws<InputException>(() => Train(Make(30, 3), [new Target(Property) { Weight = 2 }])).Message);
    }

    private TrainingTask Task(IReadOnlyList<Material> rows, IReadOnlyList<Target> targets, string? selected = null)
    {
        JsonObject options = JsonNode.Parse(SmallOptions)!.AsObject();
        if (selected is not null) options["selected_descriptors"] = JsonNode.Parse(selected);
        return new TrainingTask
        {
            Train = rows,
            Validation = Make(100, 5),
            Targets = targets,
            Options = options,
            Training = new TrainingOptions(),
            Seeds = new Seeds(1),
        };
    }

    private ModelFile Train(IReadOnlyList<Material> rows, IReadOnlyList<Target> targets, string? selected = null)
    {
        TrainedModel trained = ModelCatalog.Architecture(Architecture).Train(Task(rows, targets, selected), null, default);
        return ModelFile.Parse(
            new ModelFile(new ModelDescription { Name = "contract", Architecture = Architecture, Options = trained.Options, Targets = [.. trained.Targets] }, trained.Tensors).ToBytes(),
            "the model of the test");
    }

    private Material Cut(Material material) => material.Number(Property) < 40 ? With(material, Property, 0) : material;

    private static Material With(Material material, string property, double value) =>
        material with { Properties = material.Properties.SetItem(property, value.ToString("R", CultureInfo.InvariantCulture)) };
}
