namespace Lodestone.App.Report;

/// <summary>A figure at the top of a page.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Remark">A few words beside it.</param>
public sealed record PageTile(string Term, string Value, string Remark);
