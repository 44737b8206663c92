using System.Diagnostics;
using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training.Checkpoints;
using Lodestone.Learning.Training.Optimizers;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Training;

/// <summary>One training from its beginning, or from a checkpoint, to its end.</summary>
internal sealed class TrainingRun<TBatch> : IDisposable
{
    private readonly Network<TBatch> _network;
    private readonly Objective _objective;
    private readonly TrainingOptions _options;
    private readonly CheckpointOptions? _checkpoint;
    private readonly Fingerprint _fingerprint;
    private readonly BatchLoader<TBatch> _loader;
    private readonly Validator<TBatch>? _validator;
    private readonly Schedule _schedule;
    private readonly FlatWeights _weights;
    private readonly Optimizer _optimizer;
    private readonly WeightsCopy? _average;
    private readonly WeightsCopy? _best;
    private readonly Seeds _seeds;
    private readonly Stopwatch _sinceStored = Stopwatch.StartNew();
    private TrainingState _state = new();

    public TrainingRun(
        Network<TBatch> network,
        Objective objective,
        TrainingOptions options,
        TrainingSet<TBatch> train,
        TrainingSet<TBatch>? validation,
        CheckpointOptions? checkpoint)
    {
        _network = network;
        _objective = objective;
        _options = options;
        _checkpoint = checkpoint;
        _fingerprint = Fingerprint.Of(options, train, validation, objective, network, checkpoint?.Identity ?? "");
        _loader = new BatchLoader<TBatch>(train, network.Encoder, objective.Heads, options.BatchSize);
        _validator = validation is null ? null : new Validator<TBatch>(network, objective, validation, options.BatchSize);
        _schedule = new Schedule(options.Schedule, options.Epochs, _loader.Batches);
        _weights = new FlatWeights(network);
        _optimizer = Optimizer.Create(options.Optimizer, _weights.Parameters);
        _average = options.AverageDecay is null ? null : new WeightsCopy(_weights);
        _best = options.Keep == WeightsKept.Best ? new WeightsCopy(_weights) : null;
        _seeds = new Seeds(options.Seed);
    }

    /// <summary>Told of every step.</summary>
    public IProgress<TrainingPosition>? Position { get; init; }

    /// <summary>Whether the weights that the network has at first compete with those of the epochs.</summary>
    public bool StartCounts { get; init; }

    public TrainingResult Run(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        if (_checkpoint is not null) AtomicFile.DeleteLeftovers(_checkpoint.Path);
        if (_checkpoint is { Resume: true } && File.Exists(_checkpoint.Path))
            _state = Checkpoint.Read(_checkpoint.Path, _fingerprint, Tensors());
        else
            Begin(cancellation);
        try
        {
            while (_state.Epoch < _options.Epochs && !_state.StoppedEarly)
            {
                TrainEpoch(cancellation);
                EpochReport report = EndEpoch(cancellation);
                Store();
                progress?.Report(report);
            }
        }
        catch (OperationCanceledException)
        {
            Store();
            throw;
        }
        return Finish();
    }

    public void Dispose()
    {
        _best?.Dispose();
        _average?.Dispose();
        _optimizer.Dispose();
        _weights.Dispose();
    }

    private void Begin(CancellationToken cancellation)
    {
        if (StartCounts && _validator?.Run(cancellation) is { } validation) _state.Lowest = Monitored(validation.Loss, validation);
        Store();
    }

    private double Monitored(double loss, Validation? validation) => _options.Monitor == Monitor.Loss ? loss : validation!.ScaledMae;

    private void TrainEpoch(CancellationToken cancellation)
    {
        _network.train();
        int[] order = _seeds.For("order").For(_state.Epoch).Generator().Permutation(_loader.Rows);
        long last = Stopwatch.GetTimestamp();
        foreach (LabelledBatch<TBatch> batch in _loader.Load(order, _state.Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            double loss = Step(batch);
            _state.LossSum += loss * batch.Rows.Length;
            _state.Rows += batch.Rows.Length;
            _state.Batch++;
            _state.Step++;
            _state.Seconds += Stopwatch.GetElapsedTime(last).TotalSeconds;
            Position?.Report(new TrainingPosition(_state.Epoch + 1, _options.Epochs, _state.Batch, _loader.Batches));
            if (_sinceStored.Elapsed >= _checkpoint?.Interval) Store();
            last = Stopwatch.GetTimestamp();
        }
    }

    private double Step(LabelledBatch<TBatch> batch)
    {
        using var scope = torch.NewDisposeScope();
        torch.random.manual_seed(_seeds.For("step").For(_state.Epoch).For(_state.Batch).ToInt64());
        _weights.Gradients.zero_();
        _state.LearningRate = _options.Optimizer.LearningRate * _schedule.At(_state.Step, _state.Plateau);
        torch.Tensor loss = _objective.Loss(_network.call(batch.Inputs), batch.Labels);
        float value = loss.item<float>();
        if (!float.IsFinite(value)) throw Diverged();
        loss.backward();
        using var noGrad = torch.no_grad();
        ClipGradients();
        _optimizer.Step(_weights.Parameters, _weights.Gradients, _state.LearningRate, _state.Step + 1);
        _average?.MoveTowards(_weights, AveragePart());
        return value;
    }

    private void ClipGradients()
    {
        float norm = _weights.Gradients.norm().item<float>();
        if (!float.IsFinite(norm)) throw Diverged();
        if (_options.ClipNorm is { } largest && norm > largest) _weights.Gradients.mul_(largest / norm);
    }

    private double AveragePart() => 1 - Math.Min(_options.AverageDecay!.Value, (2.0 + _state.Step) / (11.0 + _state.Step));

    private EpochReport EndEpoch(CancellationToken cancellation)
    {
        using WeightsCopy? current = _validator is null || _average is null ? null : new WeightsCopy(_weights);
        try
        {
            if (current is not null) _average!.CopyTo(_weights);
            Validation? validation = _validator?.Run(cancellation);
            var report = new EpochReport
            {
                Epoch = _state.Epoch + 1,
                Epochs = _options.Epochs,
                TrainLoss = _state.LossSum / _state.Rows,
                ValidationLoss = validation?.Loss,
                ValidationMae = validation?.Mae ?? [],
                LearningRate = _state.LearningRate,
                Seconds = _state.Seconds,
                CrystalsPerSecond = _state.Rows / _state.Seconds,
            };
            double monitored = Monitored(report.ValidationLoss ?? report.TrainLoss, validation);
            report = report with { Best = _state.EndEpoch(monitored, _options) };
            _state.History.Add(report);
            if (report.Best) _best?.CopyFrom(_weights);
            return report;
        }
        finally
        {
            current?.CopyTo(_weights);
        }
    }

    private TrainingResult Finish()
    {
        WeightsCopy? kept = _options.Keep switch
        {
            WeightsKept.Best => _best,
            WeightsKept.Average => _average,
            _ => null,
        };
        kept?.CopyTo(_weights);
        _network.eval();
        int epoch = _options.Keep == WeightsKept.Best ? _state.LowestEpoch : _state.Epoch;
        return new TrainingResult(_state.History, epoch, _state.StoppedEarly);
    }

    private void Store()
    {
        if (_checkpoint is null) return;
        Checkpoint.Write(_checkpoint.Path, _state, _fingerprint, Tensors());
        _sinceStored.Restart();
    }

    private IEnumerable<KeyValuePair<string, torch.Tensor>> Tensors()
    {
        yield return new("parameters", _weights.Parameters);
        yield return new("buffers", _weights.Buffers);
        foreach (var (index, counter) in _weights.Counters.Index()) yield return new($"counters/{index}", counter);
        foreach (var (name, tensor) in _optimizer.State) yield return new($"optimizer/{name}", tensor);
        foreach (var (name, copy) in new[] { ("average", _average), ("best", _best) })
        {
            if (copy is null) continue;
            yield return new($"{name}/parameters", copy.Parameters);
            yield return new($"{name}/buffers", copy.Buffers);
        }
    }

    private InputException Diverged() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The loss or its gradient is not a finite number in epoch {_state.Epoch + 1} at a learning rate of {_state.LearningRate:G3}; "
        + $"lower the learning rate or warm up for longer."));
}
