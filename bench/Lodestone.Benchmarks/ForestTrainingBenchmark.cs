using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Models.Boosting;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Benchmarks;

/// <summary>A forest of 100 trees on the descriptors of composition, and 100 rounds of LightGBM, without the time that the descriptors take.</summary>
public class ForestTrainingBenchmark
{
    private const int Trees = 100;
    private DataMatrix _features = new(0, 0);
    private DataMatrix _targets = new(0, 1);
    private LabelledRows? _rows;

    [GlobalSetup]
    public void Setup()
    {
        (_features, _targets) = LabelledFormulas.Read("composition");
        var target = new Target("target") { Head = "mse" };
        _rows = new LabelledRows(_features, _targets, [new TargetDescription(target, Scaler.Fit(target, Enumerable.Range(0, _targets.Rows).Select(row => (double)_targets[row, 0])))]);
    }

    [Benchmark(Description = "forest on 39,663 formulas, trees", OperationsPerInvoke = Trees)]
    public ForestFit Fit() => ForestTrainer.Fit(_features, _targets, new ForestOptions { Trees = Trees }, new Seeds(1));

    [Benchmark(Description = "forest on 39,663 formulas, trees, one thread", OperationsPerInvoke = Trees)]
    public ForestFit FitOnOneThread() => ForestTrainer.Fit(_features, _targets, new ForestOptions { Trees = Trees }, new Seeds(1), threads: 1);

    [Benchmark(Description = "LightGBM on 39,663 formulas, rounds", OperationsPerInvoke = Trees)]
    public IEstimator Boost() => new BoostingLearner().Train(new BoostingOptions { Rounds = Trees }, _rows!, new Seeds(1), progress: null, CancellationToken.None);
}
