using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A JSON object by itself: a structure, alone or with properties beside it, or a row of a table with its names.</summary>
/// <param name="text">The object as written.</param>
/// <param name="id">Its id where it names none.</param>
/// <param name="source">The file as the user knows it.</param>
/// <param name="line">Its line, or its number in the array.</param>
/// <param name="limits">How large a structure may be.</param>
internal sealed class JsonRecord(string text, string id, string source, int line, ReadLimits limits) : Entry(id, source, line)
{
    private const string FileName = "record.json";

    public override long Weight => sizeof(char) * (long)text.Length;

    protected override IReadOnlyList<MaterialReading> Parse()
    {
        if (!text.StartsWith('{')) return Structures();
        (string Name, string? Value)[] members = [.. JsonPieces.Of(text, limits).Members()];
        return members.Any(member => member.Name == "sites" || (member.Name is "structure" or "molecule" && member.Value is ['{', ..]))
            ? Structures()
            : Row(members);
    }

    private IReadOnlyList<MaterialReading> Structures() =>
    [
        .. StructureFile.Read(FileName, text, limits: limits).Select(reading => reading.Failure is { } failure
            ? Failed(failure.Reason)
            : Materials.Of(reading.Name is "" or FileName ? Id : reading.Name, Source, reading)),
    ];

    private IReadOnlyList<MaterialReading> Row((string Name, string? Value)[] members)
    {
        TableColumns columns = TableColumns.Of(members.Select(member => member.Name), Source);
        string?[] cells = [.. members.Select((member, i) => columns.IsStructure(i) ? JsonText.Of(member.Value) : JsonText.OfProperty(member.Value))];
        return new RowEntry(columns, cells, Source, line, limits).Read();
    }
}
