using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Matter;

namespace Lodestone.Benchmarks;

/// <summary>Claim: at least 900 structures of about 43 atoms get all their neighbours within 8 Å in a second, on one thread.</summary>
public class NeighbourBenchmark
{
    private const int Large = 400;
    private const int Small = 2_000;
    private const double Cutoff = 8; // Å
    private Structure[] _large = [];
    private Structure[] _small = [];

    [GlobalSetup]
    public void Setup()
    {
        _large = Crystals.LargeStructures(Large);
        _small = Crystals.Structures(Small);
    }

    [Benchmark(Description = "all within 8 Å, 43 atoms, one thread", OperationsPerInvoke = Large)]
    public long Within() => _large.Sum(structure => (long)NeighbourList.Within(structure, Cutoff).Count);

    [Benchmark(Description = "12 nearest within 8 Å, 17 atoms, one thread", OperationsPerInvoke = Small)]
    public long Nearest() => _small.Sum(structure => (long)NeighbourList.Nearest(structure, 12, Cutoff).Count);
}
