using Lodestone.Models.Sweeps;

namespace Lodestone.App.Evaluation;

/// <summary>The runs of one variant of a sweep, summed up.</summary>
public sealed record SweepSummary
{
    /// <summary>Name of the variant.</summary>
    public required string Variant { get; init; }

    /// <summary>Trained parameters of one member; zero where the data decide.</summary>
    public required long Parameters { get; init; }

    /// <summary>Number of runs, each of another seed.</summary>
    public required int Runs { get; init; }

    /// <summary>Mean number of epochs; null where training has none.</summary>
    public double? Epochs { get; init; }

    /// <summary>Mean of the best epochs; null where training has none.</summary>
    public double? BestEpoch { get; init; }

    /// <summary>Mean seconds of training.</summary>
    public required double Seconds { get; init; }

    /// <summary>Errors, one a set of rows and target.</summary>
    public required IReadOnlyList<SweepError> Errors { get; init; }

    /// <summary>Sums up the runs of each variant, in their order.</summary>
    public static IReadOnlyList<SweepSummary> Of(IEnumerable<SweepRun> runs) =>
        [.. runs.GroupBy(run => run.Variant).Select(group => Of(group.Key, [.. group]))];

    private static SweepSummary Of(string variant, SweepRun[] runs) => new()
    {
        Variant = variant,
        Parameters = runs[0].Parameters,
        Runs = runs.Length,
        Epochs = runs.Average(run => (double?)run.Epochs),
        BestEpoch = runs.Average(run => (double?)run.BestEpoch),
        Seconds = runs.Average(run => run.Seconds),
        Errors = [.. runs.SelectMany(run => run.Measurements).GroupBy(on => (on.Data, on.Target)).Select(group => SweepError.Of(group.Key.Data, group.Key.Target, [.. group]))],
    };
}
