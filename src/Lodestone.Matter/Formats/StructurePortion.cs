namespace Lodestone.Matter.Formats;

/// <summary>Some whole structures of a file, one behind another.</summary>
/// <param name="Text">Their text.</param>
/// <param name="LinesBefore">How many lines of the file stand before them.</param>
/// <param name="StructuresBefore">How many structures do.</param>
public sealed record StructurePortion(string Text, int LinesBefore, int StructuresBefore)
{
    /// <summary>True where the file has no other portion.</summary>
    public bool IsOnly { get; init; }

    /// <summary>Why the one structure of the portion cannot be read, in a sentence; null where its text is there.</summary>
    public string? Fault { get; init; }

    /// <summary>Reads the structures. Whatever is wrong with them becomes a failure, with its line in the file.</summary>
    /// <param name="fileName">Name of the file, which tells the format.</param>
    /// <param name="limits">How many sites a structure may have.</param>
    public IEnumerable<StructureReading> Read(string fileName, ReadLimits limits)
    {
        if (Fault is not null) return [StructureReading.Failed(fileName, new ReadFailure(fileName, LinesBefore + 1, Fault))];
        IEnumerable<StructureReading> readings = LinesBefore > 0 && StructureFile.Recognize(fileName, Text) is { } format
            ? format.Read(Text, fileName, limits)
            : StructureFile.Read(fileName, Text, limits: limits);
        return readings.Select(reading => reading.Failure is { Line: { } line } failure ? reading with { Failure = failure with { Line = line + LinesBefore } } : reading);
    }
}
