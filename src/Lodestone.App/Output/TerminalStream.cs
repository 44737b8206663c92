namespace Lodestone.App.Output;

/// <summary>One of the two streams that a terminal writes to.</summary>
/// <param name="Stream">Where the bytes go.</param>
/// <param name="Seen">True where people see them on a terminal.</param>
/// <param name="Width">How wide that terminal is; null to ask it.</param>
internal sealed record TerminalStream(Stream Stream, bool Seen, int? Width = null);
