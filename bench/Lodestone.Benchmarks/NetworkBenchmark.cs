using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models;
using Lodestone.Models.Catalog;
using TorchSharp;

namespace Lodestone.Benchmarks;

/// <summary>
/// The networks for crystals beside each other, on one thread, from structures in memory: one epoch of training, and predictions. All have 64
/// features and 12 neighbours where they let choose.
/// </summary>
public class NetworkBenchmark
{
    private const int Count = 640;
    private const int ValidationCount = 16;
    private const string Property = "volume_A3_atom";
    private static readonly Dictionary<string, string> Options = new() { ["megnet"] = """{ "neighbours": 12, "element_properties": true }""" };
    private Architecture _architecture = null!;
    private TrainingTask _task = null!;
    private IPropertyModel _model = null!;

    [Params("cgcnn", "megnet", "alignn", "egnn", "mc-egnn", "ecn")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        torch.set_num_threads(1);
        _architecture = ModelCatalog.Architecture(Network);
        Material[] crystals = [.. Crystals.Materials(Count).Select(Label)];
        _task = new TrainingTask
        {
            Train = crystals,
            Validation = crystals[..ValidationCount],
            Targets = [new Target(Property)],
            Options = JsonNode.Parse(Options.GetValueOrDefault(Network, "{}"))!.AsObject(),
            Training = new TrainingOptions { Epochs = 1, BatchSize = 64 },
            Seeds = new Seeds(1),
        };
        TrainedModel trained = Train();
        _model = ModelCatalog.Load(
            new ModelFile(new ModelDescription { Name = Network, Architecture = Network, Options = trained.Options, Targets = [.. trained.Targets] }, trained.Tensors), Network);
    }

    [GlobalCleanup]
    public void Cleanup() => _model.Dispose();

    [Benchmark(Description = "encoding and one epoch", OperationsPerInvoke = Count)]
    public TrainedModel Train() => _architecture.Train(_task, progress: null, CancellationToken.None);

    [Benchmark(Description = "structures to predictions", OperationsPerInvoke = Count)]
    public IReadOnlyList<Prediction> Predict() => _model.Predict(_task.Train);

    private static Material Label(Material material)
    {
        double volume = material.Structure!.Lattice!.Volume / material.Structure.Sites.Length;
        return material with { Properties = ImmutableDictionary<string, string>.Empty.Add(Property, volume.ToString("R", CultureInfo.InvariantCulture)) };
    }
}
