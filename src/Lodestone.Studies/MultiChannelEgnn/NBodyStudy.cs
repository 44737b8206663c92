using System.Globalization;
using System.Text.Json;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Egnn;
using TorchSharp;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>
/// The claim of D. Levy et al., arXiv:2309.03139 (2023): several vector channels predict charged particles better than one, at nearly the same
/// cost; and that of S.-O. Kaba et al., arXiv:2211.06489 (2023), with <c>cn-gnn</c>: a canonicalized graph network that knows nothing of rotations
/// competes with equivariant ones. Networks learn with equal data, epochs and optimizer (Adam, weight decay 1e-12, constant rate); the weights of the best validation
/// epoch are measured once on the test trajectories. Finished and interrupted runs are kept in a folder, and a second call goes on from there.
/// </summary>
/// <param name="options">Sizes and epochs.</param>
/// <param name="folder">Where the state of each run and its result are kept.</param>
public sealed class NBodyStudy(NBodyOptions options, string folder)
{
    private const int TestBatch = 500;
    private readonly Lazy<NBodyData> _data = new(() => NBodyData.Make(options));

    /// <summary>The networks that are compared.</summary>
    public static IReadOnlyList<string> Networks { get; } = ["gnn", "cn-gnn", "egnn", "mc-egnn-2", "mc-egnn-3", "mc-egnn-5"];

    /// <summary>Trains and measures one network, or reads its result where it is finished.</summary>
    /// <param name="name">One of <see cref="Networks"/>.</param>
    /// <param name="seed">Seed of its weights and of the order of the rows.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the training in a state from which the next call goes on.</param>
    /// <exception cref="InputException">There is no such network, or the folder holds a run with other options.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public NBodyResult Run(string name, ulong seed, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        string stem = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-seed{seed}"));
        string resultPath = $"{stem}.json", checkpointPath = $"{stem}.checkpoint";
        if (File.Exists(resultPath)) return ReadResult(resultPath);

        using var single = new SingleThread();
        NBodyResult result = Train(name, seed, checkpointPath, progress, cancellation);
        AtomicFile.Write(resultPath, stream => JsonSerializer.Serialize(stream, result));
        File.Delete(checkpointPath);
        return result;
    }

    private NBodyResult Train(string name, ulong seed, string checkpointPath, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        var seeds = new Seeds(seed);
        torch.random.manual_seed(seeds.For("weights").ToInt64());
        using Network<ParticleBatch> network = Create(name, _data.Value.Particles);
        var trainer = new Trainer<ParticleBatch>(network, new Objective(Heads(_data.Value)), Training(seeds.For("training")))
        {
            Checkpoint = new CheckpointOptions(checkpointPath) { Resume = true, Identity = name },
        };
        TrainingResult trained = trainer.Fit(_data.Value.Train, _data.Value.Validation, progress, cancellation);
        return new NBodyResult(
            name, seed, network.parameters().Sum(parameter => parameter.numel()), options, trained.KeptEpoch,
            trained.History[trained.KeptEpoch - 1].ValidationLoss!.Value, Error(network, _data.Value.Test), options.Test,
            trained.History.Sum(epoch => epoch.Seconds));
    }

    /// <summary>Mean squared error of a coordinate on the test rows where every particle goes on in a straight line.</summary>
    public double StraightLineError => Error(Coordinates(_data.Value.Test, 0, _data.Value.Test.Count) - StraightLines(_data.Value.Test.Samples));

    private double Error(Network<ParticleBatch> network, TrainingSet<ParticleBatch> rows)
    {
        double sum = 0;
        network.eval();
        using var noGrad = torch.no_grad();
        for (int first = 0; first < rows.Count; first += TestBatch)
        {
            using var scope = torch.NewDisposeScope();
            int count = Math.Min(TestBatch, rows.Count - first);
            torch.Tensor predicted = network.forward(network.Encoder.Join([.. rows.Samples.Skip(first).Take(count)]));
            sum += count * Error(predicted - Coordinates(rows, first, count));
        }

        return sum / rows.Count;
    }

    private double Error(torch.Tensor differences) => (differences / _data.Value.Unit).square().mean().item<float>();

    private static torch.Tensor Coordinates(TrainingSet<ParticleBatch> rows, int first, int count)
    {
        var values = new float[count * rows.Targets];
        for (int i = 0; i < values.Length; i++) values[i] = (float)rows[first + i / rows.Targets, i % rows.Targets]!.Value;
        return torch.tensor(values).view(count, -1);
    }

    private torch.Tensor StraightLines(IReadOnlyList<ParticleBatch> rows)
    {
        float[] ends = [.. rows.SelectMany(row => row.Positions.Zip(row.Velocities, (x, v) => x + v * _data.Value.Duration))];
        return torch.tensor(ends).view(rows.Count, -1);
    }

    private Network<ParticleBatch> Create(string name, int particles) => name switch
    {
        "gnn" => new GnnParticleNetwork(particles),
        "cn-gnn" => new CanonicalizedParticleNetwork(particles),
        "egnn" => Egnn(1, particles),
        _ when Networks.Contains(name) => Egnn(int.Parse(name[(name.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture), particles),
        _ => throw new InputException($"There is no network '{name}'; there is {string.Join(", ", Networks)}."),
    };

    /// <summary>In the solar system the masses differ, so the network knows them, and lengths differ by a factor of 100, so differences are divided by them.</summary>
    private EgnnParticleNetwork Egnn(int channels, int particles)
    {
        bool solar = options.System == ParticleSystem.SolarSystem;
        return new EgnnParticleNetwork(new EgnnDynamicsOptions { Channels = channels, NodeInputs = solar ? 2 : 1, NormDiff = solar }, particles);
    }

    /// <summary>A target a coordinate, so weighted that the loss is the mean squared error in the unit of the data; not scaled, as that would
    /// not be equivariant.</summary>
    private static HeadSet Heads(NBodyData data) => new(Enumerable.Range(0, 3 * data.Particles).Select(i =>
        TargetHead.Create(new Target($"{"xyz"[i % 3]}{i / 3 + 1}") { Head = "mse", Weight = 1 / (3 * data.Particles * data.Unit * data.Unit) }, new Scaler(0, 1))));

    private TrainingOptions Training(Seeds seeds) => new()
    {
        Epochs = options.Epochs,
        BatchSize = options.BatchSize,
        Optimizer = new OptimizerOptions { Name = OptimizerName.Adam, LearningRate = options.LearningRate, WeightDecay = 1e-12 },
        Schedule = new ScheduleOptions { Name = ScheduleName.Constant, WarmUpEpochs = 0 },
        Keep = WeightsKept.Best,
        Seed = seeds.Root,
    };

    private NBodyResult ReadResult(string path)
    {
        NBodyResult result = JsonSerializer.Deserialize<NBodyResult>(File.ReadAllText(path))!;
        return result.Options == options
            ? result
            : throw new InputException($"{path} is the result of a run with other options; choose another folder.");
    }
}
