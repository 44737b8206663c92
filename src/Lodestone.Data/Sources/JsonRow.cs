using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A row of a table that is a JSON array.</summary>
/// <param name="columns">What its values mean.</param>
/// <param name="id">The row's id, for the first column; null where the array has it.</param>
/// <param name="values">The array as written.</param>
/// <param name="source">The table as the user knows it.</param>
/// <param name="number">The number of the row, from 1.</param>
/// <param name="limits">How large a structure may be.</param>
internal sealed class JsonRow(TableColumns columns, string? id, string values, string source, int number, ReadLimits limits)
    : Entry(id ?? $"row {number}", source, number)
{
    public override long Weight => sizeof(char) * (long)values.Length;

    protected override IReadOnlyList<MaterialReading> Parse()
    {
        string?[] given = [.. JsonPieces.Of(values, limits).Elements()];
        int before = id is null ? 0 : 1;
        if (before + given.Length != columns.Names.Length)
            return [Failed($"The row has {given.Length} values where the table names {columns.Names.Length - before} columns.")];
        IEnumerable<string?> texts = given.Select((value, i) => columns.IsStructure(before + i) ? JsonText.Of(value) : JsonText.OfProperty(value));
        string?[] cells = [.. id is null ? texts : texts.Prepend(id)];
        return new RowEntry(columns, cells, Source, number, limits).Read();
    }
}
