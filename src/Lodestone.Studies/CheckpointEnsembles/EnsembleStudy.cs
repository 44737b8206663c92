using System.Globalization;
using System.Text.Json;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using TorchSharp;

namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>
/// The claim of C. Rahman Chowdhury et al., Front. Mater. 11, 1474609 (2024), arXiv:2407.18847: of the best epochs of one training of CGCNN or
/// MT-CGCNN, averaging the predictions is better than averaging the weights. Beside these: averaged weights whose running statistics are
/// refreshed by a pass over the training rows, and ensembles of seeds. Finished trainings are kept in a folder and not repeated.
/// </summary>
/// <param name="source">The materials.</param>
/// <param name="options">Targets, training and sizes.</param>
/// <param name="folder">Where the result of each training is kept.</param>
public sealed class EnsembleStudy(string source, EnsembleOptions options, string folder)
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };
    private readonly CgcnnOptions _network = new();
    private EnsembleData<CrystalGraph>? _data;

    /// <summary>Trains one network and measures the ensembles of its epochs, or reads the result where it is finished.</summary>
    /// <param name="seed">Seed of its weights and of the order of the rows.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the training; it starts anew with the next call.</param>
    /// <exception cref="InputException">The options or the data cannot be used.</exception>
    public EnsembleRun Run(ulong seed, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{string.Join('-', options.Targets)}-seed{seed}.json"));
        string identity = DataDigest.OfText(DataDigest.Of(source) + JsonSerializer.Serialize(options));
        if (File.Exists(path))
        {
            EnsembleRun before = JsonSerializer.Deserialize<EnsembleRun>(File.ReadAllText(path), Json)!;
            return before.Identity == identity ? before : throw new InputException($"{path} is the result of other options or other data; choose another folder.");
        }

        using var single = new SingleThread();
        EnsembleRun run = Train(seed, progress, cancellation) with { Identity = identity };
        AtomicFile.WriteText(path, writer => writer.Write(JsonSerializer.Serialize(run, Json)));
        return run;
    }

    /// <summary>Ensembles of the best epochs of the first 2, 3, … of several trainings with different seeds.</summary>
    public IReadOnlyList<EnsembleRow> OfSeeds(IReadOnlyList<EnsembleRun> runs)
    {
        EnsembleData<CrystalGraph> data = Data();
        return [.. Enumerable.Range(2, Math.Max(0, runs.Count - 1)).SelectMany(size => options.Targets.Select((target, index) =>
            Row("seeds", size, size, data.Test, index, [.. runs.Take(size).Select(run => run.BestPredictions[target])])))];
    }

    private EnsembleRun Train(ulong seed, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        EnsembleData<CrystalGraph> data = Data();
        var heads = new HeadSet(options.Targets.Select((name, index) =>
        {
            var target = new Target(name) { Head = "l1" };
            return TargetHead.Create(target, Scaler.Fit(target, data.Train.Present(index)));
        }));
        var seeds = new Seeds(seed);
        torch.random.manual_seed(seeds.For("weights").ToInt64());
        using var network = new CgcnnNetwork(_network, heads.Outputs);
        var pool = new CheckpointPool(network, progress);
        TrainingOptions training = new()
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = new OptimizerOptions { Name = OptimizerName.Adam, LearningRate = options.LearningRate, WeightDecay = 0 },
            Schedule = new ScheduleOptions { Name = ScheduleName.Constant, WarmUpEpochs = 0 },
            Keep = WeightsKept.Last,
            Seed = seeds.For("training").Root,
        };
        TrainingResult trained = new Trainer<CrystalGraph>(network, new Objective(heads), training).Fit(data.Train, data.Validation, pool, cancellation);

        var evaluation = new EnsembleEvaluation(network, heads, data.Train, data.Test, options.BatchSize);
        double[][][] members = [.. pool.Best(options.Sizes.Append(1).Max()).Select(evaluation.Predict)];
        var rows = new List<EnsembleRow>(Rows("best epoch", 1, data.Test, [members[0]]));
        foreach (int size in options.Sizes.Where(size => size <= pool.Count))
        {
            IReadOnlyList<NamedTensor> mean = CheckpointPool.Average(pool.Best(size));
            rows.AddRange(Rows("predictions", size, data.Test, members[..size]));
            rows.AddRange(Rows("weights", size, data.Test, [evaluation.Predict(mean)]));
            rows.AddRange(Rows("weights, refreshed", size, data.Test, [evaluation.PredictRefreshed(mean)]));
        }

        return new EnsembleRun
        {
            Seed = seed,
            TrainSeconds = trained.History.Sum(epoch => epoch.Seconds),
            Rows = (data.Train.Count, data.Test.Count),
            MedianErrors = options.Targets.Select((name, index) => (name, error: MedianError(data, index))).ToDictionary(pair => pair.name, pair => pair.error),
            BestPredictions = options.Targets.Select((name, index) => (name, values: members[0][index])).ToDictionary(pair => pair.name, pair => pair.values),
            Ensembles = rows,
        };
    }

    private EnsembleData<CrystalGraph> Data()
    {
        if (_data is not null) return _data;
        using var network = new CgcnnNetwork(_network, 1);
        return _data = EnsembleData<CrystalGraph>.Read(source, options, network.Encoder);
    }

    private IEnumerable<EnsembleRow> Rows(string method, int size, TrainingSet<CrystalGraph> test, double[][][] members) =>
        options.Targets.Select((_, target) => Row(method, size, members.Length, test, target, [.. members.Select(member => member[target])]));

    private EnsembleRow Row(string method, int size, int passes, TrainingSet<CrystalGraph> test, int target, double[][] members)
    {
        int[] labelled = [.. Enumerable.Range(0, test.Count).Where(row => test[row, target] is not null)];
        double error = labelled.Average(row => Math.Abs(members.Average(member => member[row]) - test[row, target]!.Value));
        double? spread = members.Length < 2 ? null : labelled.Average(row => Deviation([.. members.Select(member => member[row])]));
        return new EnsembleRow(method, size, options.Targets[target], error, spread, passes);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static double MedianError(EnsembleData<CrystalGraph> data, int target)
    {
        double median = Ranks.Median([.. data.Train.Present(target)])!.Value;
        return data.Test.Present(target).Average(value => Math.Abs(value - median));
    }
}
