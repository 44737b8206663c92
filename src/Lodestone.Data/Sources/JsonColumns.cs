using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A table as pandas writes it by columns: <c>{"formula": {"0": …, "1": …}, "target": {…}}</c>, or lists in the place of the inner objects.</summary>
internal sealed class JsonColumns
{
    private readonly string[] _names;
    private readonly string[] _index;
    private readonly Dictionary<string, string?>[] _columns;
    private readonly ReadLimits _limits;

    private JsonColumns(string[] names, string[] index, Dictionary<string, string?>[] columns, ReadLimits limits)
    {
        _names = names;
        _index = index;
        _columns = columns;
        _limits = limits;
    }

    /// <summary>The table that a text is, or null where it is something else.</summary>
    public static JsonColumns? Of(string text, ReadLimits limits)
    {
        try
        {
            (string Name, string? Value)[] members = [.. JsonPieces.Of(text, limits).Members()];
            if (!members.Any(member => TableColumns.SaysWhatRowsAre(member.Name)) || !members.All(member => member.Value is ['{' or '[', ..])) return null;
            Dictionary<string, string?>[] columns = [.. members.Select(member => Column(member.Value!, limits))];
            return columns.Any(column => column.ContainsKey("sites"))
                ? null
                : new JsonColumns([.. members.Select(member => member.Name)], [.. columns.SelectMany(column => column.Keys).Distinct()], columns, limits);
        }
        catch (InvalidDataException)
        {
            return null; // The reader of structures finds the fault again, and its place.
        }
    }

    /// <summary>The rows in the order of their index.</summary>
    public IEnumerable<Entry> Cut(string source)
    {
        bool hasIds = _names.Any(TableColumns.IsId);
        TableColumns meaning = TableColumns.Of(hasIds ? _names : [TableColumns.IdName, .. _names], source);
        int row = 0;
        foreach (string index in _index)
        {
            IEnumerable<string?> values = _columns.Select((column, i) => Cell(column.GetValueOrDefault(index), meaning.IsStructure(hasIds ? i : i + 1)));
            yield return new RowEntry(meaning, [.. hasIds ? values : values.Prepend(index)], source, ++row, _limits);
        }
    }

    private static string? Cell(string? value, bool structure) => structure ? JsonText.Of(value) : JsonText.OfProperty(value);

    private static Dictionary<string, string?> Column(string value, ReadLimits limits)
    {
        JsonPieces pieces = JsonPieces.Of(value, limits);
        var cells = new Dictionary<string, string?>();
        if (value[0] == '[') foreach (string? element in pieces.Elements()) cells.Add(FormattableString.Invariant($"{cells.Count}"), element);
        else foreach ((string index, string? element) in pieces.Members()) cells[index] = element;
        return cells;
    }
}
