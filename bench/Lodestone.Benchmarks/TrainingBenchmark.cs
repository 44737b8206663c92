using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using TorchSharp;

namespace Lodestone.Benchmarks;

/// <summary>
/// Claim: an epoch of training one CGCNN with default options passes at least 1,200 crystals a second, on the one thread that a training has. The
/// crystals are encoded before; the target is the volume an atom.
/// </summary>
public class TrainingBenchmark
{
    private const int Count = 1_280; // ten batches
    private CgcnnNetwork _network = null!;
    private Objective _objective = null!;
    private TrainingSet<CrystalGraph> _set = null!;

    [GlobalSetup]
    public void Setup()
    {
        torch.random.manual_seed(1);
        Material[] materials = Crystals.Materials(Count);
        var values = new double?[Count, 1];
        for (int i = 0; i < Count; i++)
            values[i, 0] = materials[i].Structure!.Lattice!.Volume / materials[i].Structure!.Sites.Length;
        var target = new Target("volume_A3_atom");
        var heads = new HeadSet([TargetHead.Create(target, Scaler.Fit(target, values.OfType<double>()))]);
        _network = new CgcnnNetwork(new CgcnnOptions(), heads.Outputs);
        _objective = new Objective(heads);
        _set = new TrainingSet<CrystalGraph>([.. materials.Select(_network.Encoder.Encode)], values);
    }

    [GlobalCleanup]
    public void Cleanup() => _network.Dispose();

    [Benchmark(Description = "fused kernel", OperationsPerInvoke = Count)]
    public TrainingResult Fused() => Train(fused: true);

    [Benchmark(Description = "plain tensor operations", OperationsPerInvoke = Count)]
    public TrainingResult Plain() => Train(fused: false);

    private TrainingResult Train(bool fused)
    {
        _network.Fused = fused;
        return new Trainer<CrystalGraph>(_network, _objective, new TrainingOptions { Epochs = 1 }).Fit(_set);
    }
}
