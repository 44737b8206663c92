using System.Globalization;

namespace Lodestone.Matter.Elements;

/// <summary>An embedded table: comment lines that begin with <c>#</c>, a header line, then rows of values without quotes.</summary>
internal sealed class ElementCsv
{
    private readonly string[] _header;

    private ElementCsv(string[] header, string[][] rows)
    {
        _header = header;
        Rows = rows;
    }

    /// <summary>The rows; a cell is the empty string where nothing is known.</summary>
    public string[][] Rows { get; }

    public static ElementCsv Load(string file)
    {
        Type here = typeof(ElementCsv);
        using Stream stream = here.Assembly.GetManifestResourceStream($"{here.Namespace}.{file}")
            ?? throw new InvalidOperationException($"The table {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        string[][] lines = [.. reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(','))];
        return new ElementCsv(lines[0], lines[1..]);
    }

    /// <summary>A column by its name, one value a row.</summary>
    public string[] Column(string name)
    {
        int column = Array.IndexOf(_header, name);
        return [.. Rows.Select(row => row[column])];
    }

    /// <summary>A column of numbers, null where the cell is empty.</summary>
    public double?[] Numbers(string name) => [.. Column(name).Select(Number)];

    /// <summary>A column of texts, null where the cell is empty.</summary>
    public string?[] Texts(string name) => [.. Column(name).Select(cell => cell.Length == 0 ? null : cell)];

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
