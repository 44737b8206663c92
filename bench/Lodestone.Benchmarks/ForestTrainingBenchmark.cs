using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Data;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Benchmarks;

/// <summary>A forest of 100 trees on the descriptors of composition, without the time that the descriptors take.</summary>
public class ForestTrainingBenchmark
{
    private const int Trees = 100;
    private DataMatrix _features = new(0, 0);
    private DataMatrix _targets = new(0, 1);

    [GlobalSetup]
    public void Setup() => (_features, _targets) = LabelledFormulas.Read("composition");

    [Benchmark(Description = "forest on 39,663 formulas, trees", OperationsPerInvoke = Trees)]
    public ForestFit Fit() => ForestTrainer.Fit(_features, _targets, new ForestOptions { Trees = Trees }, new Seeds(1));

    [Benchmark(Description = "forest on 39,663 formulas, trees, one thread", OperationsPerInvoke = Trees)]
    public ForestFit FitOnOneThread() => ForestTrainer.Fit(_features, _targets, new ForestOptions { Trees = Trees }, new Seeds(1), threads: 1);
}
