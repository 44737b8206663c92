using System.Text.RegularExpressions;

namespace Lodestone.Data.Sources;

/// <summary>
/// Numbers with a decimal comma, as spreadsheets of many countries write them in tables whose cells are not separated by commas. The table as a
/// whole has them or not: one number with a point, or nothing but <c>1,234</c>, which may be thousands, and its commas stay as they are.
/// </summary>
internal sealed partial class DecimalComma
{
    private readonly IReadOnlyList<int> _columns;

    private DecimalComma(IReadOnlyList<int> columns, string example)
    {
        _columns = columns;
        Note = $"The table has decimal commas: '{example}' was read as {ToPoint(example)}.";
    }

    /// <summary>What was assumed, with an example.</summary>
    public string Note { get; }

    /// <summary>The decimal commas of a table, or null where it has none.</summary>
    /// <param name="rows">Its first rows, as written.</param>
    /// <param name="columns">The columns that may hold numbers.</param>
    public static DecimalComma? Of(IEnumerable<string?[]> rows, IReadOnlyList<int> columns)
    {
        string? example = null;
        foreach (string? cell in rows.SelectMany(row => columns.Select(column => row[column])))
        {
            if (cell is null) continue;
            if (NumberWithPoint().IsMatch(cell)) return null;
            if (example is null && NumberWithComma().IsMatch(cell) && !PerhapsThousands().IsMatch(cell)) example = cell.Trim();
        }
        return example is null ? null : new DecimalComma(columns, example);
    }

    /// <summary>A row with points in the place of decimal commas.</summary>
    public string?[] ToPoints(string?[] cells)
    {
        string?[] changed = [.. cells];
        foreach (int column in _columns) changed[column] = changed[column] is { } cell ? ToPoint(cell) : null;
        return changed;
    }

    private static string ToPoint(string cell) => NumberWithComma().IsMatch(cell) ? cell.Replace(',', '.') : cell;

    [GeneratedRegex(@"^\s*[-+−]?\d*,\d+(\(\d+\))?([eE][-+]?\d+)?(\s*(±|\+/-)\s*\d*,?\d+)?(\s*[^\d\s,][^\d,]*)?$")]
    private static partial Regex NumberWithComma();

    [GeneratedRegex(@"^\s*[-+−]?[1-9]\d{0,2},\d{3}\s*$")]
    private static partial Regex PerhapsThousands();

    [GeneratedRegex(@"^\s*[-+−]?\d*\.\d+(\D|$)")]
    private static partial Regex NumberWithPoint();
}
