using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Matter;

namespace Lodestone.Benchmarks;

/// <summary>Claim: at least 5,000 CIF texts of about 17 sites become structures in a second, on two cores.</summary>
public class CifReadingBenchmark
{
    private const int Files = 2_000;
    private const int Expanded = 500;
    private string[] _texts = [];
    private string[] _examples = [];

    [GlobalSetup]
    public void Setup()
    {
        _texts = Crystals.Texts(Files);
        string[] files = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "examples"), "*.cif").Order(StringComparer.Ordinal)];
        string[] examples = [.. files.Select(File.ReadAllText)];
        _examples = [.. Enumerable.Range(0, Expanded).Select(i => examples[i % examples.Length])];
    }

    [Benchmark(Description = "P 1, one thread", OperationsPerInvoke = Files)]
    public Structure[] OneThread() => Array.ConvertAll(_texts, Crystals.Parse);

    [Benchmark(Description = "P 1, all cores", OperationsPerInvoke = Files)]
    public Structure[] AllCores() => ReadOnAllCores(_texts);

    [Benchmark(Description = "symmetry expanded, all cores", OperationsPerInvoke = Expanded)]
    public Structure[] SymmetryExpanded() => ReadOnAllCores(_examples);

    private static Structure[] ReadOnAllCores(string[] texts)
    {
        var structures = new Structure[texts.Length];
        Parallel.For(0, texts.Length, i => structures[i] = Crystals.Parse(texts[i]));
        return structures;
    }
}
