using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Reads texts of structures by the format that their name speaks of.</summary>
internal static class StructureTexts
{
    /// <summary>Reads every structure of a text.</summary>
    /// <param name="name">A file name whose ending says the format.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="source">The file as the user knows it, for messages.</param>
    public static IEnumerable<StructureReading> Read(string name, string text, string source) =>
        FileNames.Format(name) is { } format
            ? format.Read(text, source)
            : [StructureReading.Failed(name, new ReadFailure(source, null, "Its ending is not one of a structure file or a table."))];
}
