using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A table as pandas writes it by rows: <c>{"columns": […], "index": […], "data": [[…], …]}</c>.</summary>
/// <param name="source">The file as the user knows it.</param>
/// <param name="limits">How large a row may be.</param>
internal sealed class JsonRows(string source, ReadLimits limits)
{
    private static readonly string[] FirstNames = ["index", "columns", "data", "index_names", "column_names", "schema"];

    private TableColumns? _columns;
    private bool _hasIds;
    private string?[] _index = [];

    /// <summary>True for an object whose first member has such a name.</summary>
    public static bool BeginWith(string? name) => FirstNames.Contains(name);

    /// <summary>The rows, lazily and in order.</summary>
    public IEnumerable<Entry> Cut(JsonPieces pieces)
    {
        int row = 0;
        foreach (string name in pieces.Names())
        {
            if (name == "columns") ReadColumns(pieces.Elements());
            else if (name == "index") _index = [.. pieces.Elements().Select(JsonText.Of)];
            else if (name != "data") pieces.Value();
            else foreach (string? value in pieces.Elements()) yield return Row(value, ++row);
        }
        if (row == 0) yield return new FailedEntry(FileNames.Stem(source), source, null, "The table has no row: its 'data' are missing or empty.");
    }

    private void ReadColumns(IEnumerable<string?> elements)
    {
        string?[] names = [.. elements.Select(JsonText.Of)];
        _hasIds = names.Any(TableColumns.IsId);
        _columns = TableColumns.Of(_hasIds ? names : [TableColumns.IdName, .. names], source);
    }

    private Entry Row(string? value, int number)
    {
        string id = number <= _index.Length && _index[number - 1] is { } given ? given : $"row {number}";
        if (value is null) return new FailedEntry(id, source, number, limits.TooLarge);
        if (value is ['{', ..]) return new JsonRecord(value, id, source, number, limits);
        if (_columns is null) throw new InvalidDataException("The 'columns' of the table must stand before its 'data'.");
        return new JsonRow(_columns, _hasIds ? null : id, value, source, number, limits);
    }
}
