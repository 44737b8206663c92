using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Tests.Catalog;

public sealed class WarmStartTests
{
    private const string Small = """{ "layers": "16x1-8x1", "dropout": [] }""";

    [Fact]
    public void Members_start_from_the_members_of_the_other_model_in_turn()
    {
        ModelFile start = Train("elemnet", Small, members: 2, learningRate: 1e-3);

        ModelFile started = Train("elemnet", Small, members: 3, learningRate: 1e-12, start);

        for (int member = 0; member < 3; member++)
            Assert.Equal(Weights(start, member % 2), Weights(started, member), (a, b) => a.Length == b.Length && a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6));
        Assert.NotEqual(Weights(start, 0), Weights(start, 1));
    }

    [Fact]
    public void Weights_of_another_shape_start_at_random()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-3);

        ModelFile wider = Train("elemnet", """{ "layers": "16x1-12x1", "dropout": [] }""", members: 1, learningRate: 1e-12, start);

        Assert.Equal(Weights(start, 0)[0], Weights(wider, 0)[0], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.NotEqual(Weights(start, 0).Sum(weights => weights.Length), Weights(wider, 0).Sum(weights => weights.Length));
    }

    [Fact]
    public void A_model_of_another_architecture_is_refused()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-3);

        string message = Assert.Throws<InputException>(() => Train("brnet", "{}", members: 1, learningRate: 1e-3, start)).Message;

        Assert.Contains("is of the architecture 'elemnet'", message);
        Assert.Contains("'start_from'", message);
    }

    [Fact]
    public void The_outputs_of_a_target_come_along_with_its_scaling_whatever_is_beside_it()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-2, auxiliary: [new Target("twice") { Head = "quantile" }]);

        ModelFile started = Train("elemnet", "{}", members: 1, learningRate: 1e-15, start, rows: Rows(8, 5));

        Assert.Equal(start.Description.Targets[0].Scaler, started.Description.Targets[0].Scaler);
        Assert.Equal("16x1-8x1", started.Description.Options["layers"]!.ToString());
        Material[] asked = Rows(10, 6);
        using IPropertyModel before = ModelCatalog.Load(start, "start"), after = ModelCatalog.Load(started, "started");
        foreach (var (one, other) in before.Predict(asked).Zip(after.Predict(asked)))
            Assert.Equal(one.Estimates[0].Mean, other.Estimates[0].Mean, 1e-5 * Math.Abs(one.Estimates[0].Mean));
    }

    [Fact]
    public void The_outputs_of_another_head_do_not_come_along()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-2);
        var messages = new List<string>();

        ModelFile started = Train("elemnet", "{}", members: 1, learningRate: 1e-15, start, head: "gaussian", messages: messages, rows: Rows(8, 5));

        Assert.NotEqual(start.Description.Targets[0].Scaler, started.Description.Targets[0].Scaler);
        Assert.Contains("new, at least in part, are", Assert.Single(messages));
    }

    [Fact]
    public void Frozen_weights_stay_to_the_bit()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-2);
        string first = start.Tensors.Keys.Select(name => name[ModelFile.MemberPrefix(0).Length..]).Order(StringComparer.Ordinal).First();

        ModelFile started = Train("elemnet", "{}", members: 1, learningRate: 1e-2, start, freeze: [first]);

        foreach (var (name, tensor) in start.Tensors.Where(pair => pair.Value.Type == DType.F32))
            Assert.Equal(name == ModelFile.MemberPrefix(0) + first, tensor.Data.Span.SequenceEqual(started.Tensors[name].Data.Span));
        Assert.Contains("There are no weights 'colour'", Assert.Throws<InputException>(() => Train("elemnet", "{}", members: 1, learningRate: 1e-2, start, freeze: ["colour"])).Message);
    }

    /// <summary>A hundred rows cannot say that the start is better than what they made of it: where no epoch betters it on validation rows, it stays.</summary>
    [Fact]
    public void A_start_that_no_epoch_betters_is_kept()
    {
        ModelFile start = Train("elemnet", Small, members: 1, learningRate: 1e-2);

        ModelFile started = Train("elemnet", "{}", members: 1, learningRate: 30, start, keep: WeightsKept.Best);

        foreach (var (name, tensor) in start.Tensors.Where(pair => pair.Value.Type == DType.F32))
            Assert.Equal(tensor.AsSingles().ToArray(), started.Tensors[name].AsSingles().ToArray());
    }

    private static Material[] Rows(int count, ulong seed) => [.. RandomFormulas.Make(count, seed).Select(material => material with
    {
        Properties = material.Properties.SetItem("twice", (2 * material.Number(RandomFormulas.Property)!.Value).ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
    })];

    private sealed class Said(List<string> messages) : IProgress<string>
    {
        public void Report(string value) => messages.Add(value);
    }

    private static ModelFile Train(
        string architecture, string options, int members, double learningRate, ModelFile? start = null, IReadOnlyList<Target>? auxiliary = null,
        string head = "laplace", List<string>? messages = null, IReadOnlyList<string>? freeze = null, Material[]? rows = null, WeightsKept keep = WeightsKept.Last)
    {
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(
            new TrainingTask
            {
                Train = rows ?? Rows(32, 1),
                Validation = Rows(8, 2),
                Targets = [new Target(RandomFormulas.Property) { Head = head }],
                Auxiliary = auxiliary ?? [],
                Freeze = freeze ?? [],
                Messages = messages is null ? null : new Said(messages),
                Options = JsonNode.Parse(options)!.AsObject(),
                Training = new TrainingOptions { Epochs = 1, BatchSize = 16, Keep = keep, Optimizer = new() { LearningRate = learningRate, WeightDecay = 0 } },
                Members = members,
                Seeds = new Seeds(start is null ? 1ul : 2ul),
                StartFrom = start,
            },
            progress: null, TestContext.Current.CancellationToken);
        return new ModelFile(
            new ModelDescription { Name = "m", Architecture = architecture, Options = trained.Options, Targets = [.. trained.Targets], Auxiliary = [.. trained.Auxiliary], Members = members }, trained.Tensors);
    }

    /// <summary>The learned tensors of a member, by name.</summary>
    private static float[][] Weights(ModelFile file, int member) =>
        [.. file.Tensors.Where(pair => pair.Key.StartsWith(ModelFile.MemberPrefix(member), StringComparison.Ordinal) && pair.Value.Type == DType.F32)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.ToTensor().data<float>().ToArray())];
}
