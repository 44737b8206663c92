using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Lodestone.Benchmarks;

/// <summary>
/// A short job for every benchmark: half a second an iteration, three to warm up, seven that count. It runs inside this process, because
/// the project that BenchmarkDotNet would generate does not link libtorch.
/// </summary>
public sealed class SpeedConfig : ManualConfig
{
    /// <summary>Makes the configuration.</summary>
    /// <param name="once">Runs every benchmark once, to see that it runs; the times mean nothing then.</param>
    public SpeedConfig(bool once)
    {
        Job job = once ? Job.Dry : Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(500)).WithWarmupCount(3).WithIterationCount(7);
        AddJob(job.WithToolchain(InProcessEmitToolchain.Instance));
        AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics);
        AddColumn(ItemColumn.Count, ItemColumn.PerSecond);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        WithOptions(ConfigOptions.DisableOptimizationsValidator); // TorchSharp is not optimized on purpose: build/LibTorch.targets
    }
}
