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

    private static ModelFile Train(string architecture, string options, int members, double learningRate, ModelFile? start = null)
    {
        TrainedModel trained = ModelCatalog.Architecture(architecture).Train(
            new TrainingTask
            {
                Train = RandomFormulas.Make(32, 1),
                Validation = RandomFormulas.Make(8, 2),
                Targets = [new Target(RandomFormulas.Property)],
                Options = JsonNode.Parse(options)!.AsObject(),
                Training = new TrainingOptions { Epochs = 1, BatchSize = 16, Optimizer = new() { LearningRate = learningRate, WeightDecay = 0 } },
                Members = members,
                Seeds = new Seeds(start is null ? 1ul : 2ul),
                StartFrom = start,
            },
            progress: null, TestContext.Current.CancellationToken);
        return new ModelFile(
            new ModelDescription { Name = "m", Architecture = architecture, Options = trained.Options, Targets = [.. trained.Targets], Members = members }, trained.Tensors);
    }

    /// <summary>The learned tensors of a member, by name.</summary>
    private static float[][] Weights(ModelFile file, int member) =>
        [.. file.Tensors.Where(pair => pair.Key.StartsWith(ModelFile.MemberPrefix(member), StringComparison.Ordinal) && pair.Value.Type == DType.F32)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.ToTensor().data<float>().ToArray())];
}
