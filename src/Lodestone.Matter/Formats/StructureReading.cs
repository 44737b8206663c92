using System.Collections.Immutable;

namespace Lodestone.Matter.Formats;

/// <summary>Why something could not be read, for a person to act on.</summary>
/// <param name="Source">The file, or the row of a table, as the user knows it.</param>
/// <param name="Line">Line in that file, from 1, where one is known.</param>
/// <param name="Reason">One sentence: what is wrong and, where there is one, the remedy.</param>
public sealed record ReadFailure(string Source, int? Line, string Reason)
{
    /// <summary>The exception behind a failure that is a fault of Lodestone, with its type and place, for a report; null where the input is at fault.</summary>
    public Exception? Fault { get; init; }

    /// <summary>File, line and reason in one sentence.</summary>
    public override string ToString() => Line is { } line ? $"{Source}:{line}: {Reason}" : $"{Source}: {Reason}";
}

/// <summary>One structure of a file, or the reason why it could not be read. Exactly one of the two is set.</summary>
/// <param name="Name">The name within the file (a CIF data block, a title line), or the file's name.</param>
/// <param name="Structure">The structure, with warnings where the reader had to assume something.</param>
/// <param name="Failure">The reason why there is none.</param>
public sealed record StructureReading(string Name, Structure? Structure, ReadFailure? Failure)
{
    /// <summary>Named values that the file gives beside the structure (extended-XYZ keys, SDF data items), as written.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A structure that was read.</summary>
    public static StructureReading Of(string name, Structure structure) => new(name, structure, null);

    /// <summary>A structure that could not be read.</summary>
    public static StructureReading Failed(string name, ReadFailure failure) => new(name, null, failure);
}
