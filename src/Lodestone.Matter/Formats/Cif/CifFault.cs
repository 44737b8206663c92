namespace Lodestone.Matter.Formats.Cif;

/// <summary>A place where a file breaks the rules of the format.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Tag">
/// The data name whose value the fault touches (the first one of a loop); null where everything after it may be misread.
/// </param>
public sealed record CifFault(int Line, string Message, string? Tag);
