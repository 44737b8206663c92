namespace Lodestone.Data.Sources;

/// <summary>A piece of a source that could not even be cut out: the rest of a truncated archive, a row with too few cells.</summary>
internal sealed class FailedEntry(string id, string source, int? line, string reason, Exception? fault = null) : Entry(id, source, line)
{
    /// <summary>True where nothing can be cut out behind it.</summary>
    public bool IsLast { get; init; }

    protected override IReadOnlyList<MaterialReading> Parse() => [Failed(reason, fault: fault)];
}
