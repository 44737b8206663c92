namespace Lodestone.App.Report;

/// <summary>How many entries of the input went which way; the last three add up to the first.</summary>
/// <param name="Read">Entries of the input.</param>
/// <param name="Ranked">Entries in the ranking.</param>
/// <param name="LeftOut">Entries that a filter left out.</param>
/// <param name="Failed">Entries that could not be read or predicted.</param>
public sealed record ReportCounts(long Read, long Ranked, long LeftOut, long Failed);
