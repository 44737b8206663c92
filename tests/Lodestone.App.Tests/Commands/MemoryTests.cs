using System.Diagnostics;
using Lodestone.Data;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>What a command takes of memory does not grow with its input.</summary>
[Collection(CommandLineCollection.Name)]
[Trait("Category", "Slow")]
public sealed class MemoryTests : IDisposable
{
    private const long Most = 1500L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_screen_takes_less_than_a_gigabyte_and_a_half()
    {
        string path = _folder.File("crystals.csv");
        MaterialConverter.Convert(MaterialSource.Open(SharedData.Require("crystals", "mp.csv.gz")).Read().Where(reading => reading.Material?.Properties["split"] is "test").Take(1500), path);

        using Process process = LodestoneProcess.Start(_folder.Path, "screen", path, "-q", "--top", "0");
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        for (var clock = Stopwatch.StartNew(); !process.WaitForExit(100) && clock.Elapsed < Patience; process.Refresh())
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);

        Assert.True(process.HasExited, $"It did not end within {Patience.TotalMinutes} minutes.");
        Assert.True(process.ExitCode is ExitCode.Done or ExitCode.Partial, await errors + await output);
        Assert.InRange(peak, 100L << 20, Most);
    }

    public void Dispose() => _folder.Dispose();
}
