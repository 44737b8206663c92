using BenchmarkDotNet.Attributes;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Matter;

namespace Lodestone.Benchmarks;

/// <summary>Formulas of real or random crystals, and a few with brackets, decimals and water, read on one thread.</summary>
public class FormulaBenchmark
{
    private const int Count = 10_000;
    private static readonly string[] Harder = ["Li0.5Ni0.33Mn0.33Co0.33O2", "K4[Fe(CN)6]·3H2O", "CuSO4·5H2O", "Ca(OH)2"];
    private string[] _formulas = [];

    [GlobalSetup]
    public void Setup()
    {
        string[] formulas = [.. Crystals.Structures(1_000).Select(structure => structure.Composition.Formula), .. Harder];
        _formulas = [.. Enumerable.Range(0, Count).Select(i => formulas[i % formulas.Length])];
    }

    [Benchmark(Description = "formulas, one thread", OperationsPerInvoke = Count)]
    public Composition[] Read() => Array.ConvertAll(_formulas, Composition.Parse);
}
