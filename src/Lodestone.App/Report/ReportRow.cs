using System.Collections.Immutable;

namespace Lodestone.App.Report;

/// <summary>One row of the ranking.</summary>
/// <param name="Rank">Place in the ranking, from 1.</param>
/// <param name="Id">The name by which the user knows the material.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Estimates">One estimate a quantity; null where a model that only advises says nothing.</param>
/// <param name="Warnings">What the reader had to assume, one sentence each.</param>
/// <param name="Antiferromagnetic">For a row marked as probably antiferromagnetic, the probability; null for any other.</param>
public sealed record ReportRow(
    int Rank, string Id, string Formula, string Source, ImmutableArray<ReportEstimate?> Estimates, ImmutableArray<string> Warnings, double? Antiferromagnetic = null);
