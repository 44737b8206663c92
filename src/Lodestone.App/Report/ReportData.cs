using System.Collections.Immutable;

namespace Lodestone.App.Report;

/// <summary>Everything that a report page shows; it goes into the page as JSON.</summary>
public sealed record ReportData
{
    /// <summary>Heading of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The command that made the report, as typed.</summary>
    public required string Command { get; init; }

    /// <summary>Version of Lodestone.</summary>
    public required string Version { get; init; }

    /// <summary>What is ranked by.</summary>
    public required ReportGoal Goal { get; init; }

    /// <summary>How many entries went which way.</summary>
    public required ReportCounts Counts { get; init; }

    /// <summary>The filters of the screen, in words.</summary>
    public ImmutableArray<string> Filters { get; init; } = [];

    /// <summary>What is predicted, in the order of <see cref="ReportRow.Estimates"/>.</summary>
    public required ImmutableArray<ReportQuantity> Quantities { get; init; }

    /// <summary>Positions of quantities that are only another one in another unit.</summary>
    public ImmutableArray<int> Conversions { get; init; } = [];

    /// <summary>How many rows of the whole ranking are marked as probably antiferromagnetic; null where nothing predicts the magnetic order.</summary>
    public int? Antiferromagnets { get; init; }

    /// <summary>The first rows of the ranking.</summary>
    public required ImmutableArray<ReportRow> Rows { get; init; }

    /// <summary>The first failures.</summary>
    public required ImmutableArray<ReportFailure> Failures { get; init; }

    /// <summary>The models that were used.</summary>
    public required ImmutableArray<ReportModel> Models { get; init; }
}
