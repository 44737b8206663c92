using System.Collections.Immutable;

namespace Lodestone.App.Report;

/// <summary>Everything that the page of a training shows; it goes into the page as JSON.</summary>
public sealed record TrainingPageData
{
    /// <summary>Heading of the page.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence: what was trained.</summary>
    public required string Summary { get; init; }

    /// <summary>The command that trained the model, as typed.</summary>
    public required string Command { get; init; }

    /// <summary>The figures at the top.</summary>
    public required ImmutableArray<PageTile> Tiles { get; init; }

    /// <summary>What was read and what was left out, one line each.</summary>
    public required ImmutableArray<string> Account { get; init; }

    /// <summary>Pairs of a term and its value: what the model file says.</summary>
    public required ImmutableArray<ImmutableArray<string>> Facts { get; init; }

    /// <summary>The epochs of each member; empty where training has none.</summary>
    public required ImmutableArray<ImmutableArray<PageEpoch>> Members { get; init; }

    /// <summary>The errors on rows that the model did not learn from.</summary>
    public required ImmutableArray<ReportScore> Scores { get; init; }

    /// <summary>The rows that the model did not learn from, by set and target.</summary>
    public required ImmutableArray<PageRows> Sets { get; init; }
}
