namespace Lodestone.App.Report;

/// <summary>An entry that is not in the ranking because it could not be read or predicted.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Message">The reason.</param>
public sealed record ReportFailure(string Id, string Source, string Message);
