using System.Collections.Immutable;

namespace Lodestone.App.Report;

/// <summary>A model as the page describes it.</summary>
/// <param name="Name">The name by which the user asked for it.</param>
/// <param name="Fingerprint">What tells this very model from every other; empty where the model has none.</param>
/// <param name="Facts">Pairs of a term and its value, in the order in which they are shown.</param>
/// <param name="Scores">Its measured errors.</param>
public sealed record ReportModel(string Name, string Fingerprint, ImmutableArray<ImmutableArray<string>> Facts, ImmutableArray<ReportScore> Scores);
