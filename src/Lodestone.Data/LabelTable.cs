using System.Collections.Immutable;
using Lodestone.Data.Sources;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>Properties of materials whose structures stand elsewhere, by the id of the material.</summary>
public sealed class LabelTable
{
    private readonly string _source;
    private readonly Dictionary<string, ImmutableDictionary<string, string>> _rows;
    private readonly HashSet<string> _used = [];

    private LabelTable(string source, Dictionary<string, ImmutableDictionary<string, string>> rows)
    {
        _source = source;
        _rows = rows;
    }

    /// <summary>The ids that no material had so far, in the order of the table.</summary>
    public IEnumerable<string> Unused => _rows.Keys.Where(id => !_used.Contains(id));

    /// <summary>What had to be assumed of the table, such as that its numbers have decimal commas; null where nothing was.</summary>
    public string? Note { get; private init; }

    /// <summary>Reads a table with separated columns, compressed or not: <c>id</c> or <c>material_id</c>, else the first column, and properties.</summary>
    /// <exception cref="InputException">The file cannot be read, has no property, or names a material twice.</exception>
    public static LabelTable Read(string path)
    {
        try
        {
            using Stream file = FileContent.Open(path);
            using Stream content = FileNames.Ends(path, ".gz") ? FileContent.Gunzip(file) : file;
            using var text = new DelimitedText(content, DelimitedText.SeparatorOf(path), ReadLimits.Default);
            return Read(path, text);
        }
        catch (Exception e) when (Fault.IsOfInput(e))
        {
            throw new InputException($"The labels '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Adds the properties of the table to a material that stands in it; passes on everything else as it is.</summary>
    /// <exception cref="InputException">The material has a property of the same name already.</exception>
    public MaterialReading Label(MaterialReading reading)
    {
        if (reading.Material is not { } material || !_rows.TryGetValue(material.Id, out var labels)) return reading;
        _used.Add(material.Id);
        if (labels.Keys.FirstOrDefault(material.Properties.ContainsKey) is { } twice)
            throw new InputException($"'{material.Id}' has the property '{twice}' in its own file and in '{_source}'; rename or remove one of them.");
        return reading with { Material = material with { Properties = material.Properties.AddRange(labels) } };
    }

    /// <summary>Adds the properties of the table to the materials of a stream; see <see cref="Label(MaterialReading)"/>.</summary>
    /// <exception cref="InputException">While enumerating: a material has a property of the same name already. At the end: no material stands in the
    /// table, so that its ids are of another kind.</exception>
    public IEnumerable<MaterialReading> Label(IEnumerable<MaterialReading> readings)
    {
        string? id = null;
        foreach (MaterialReading reading in readings)
        {
            id ??= reading.Id;
            yield return Label(reading);
        }
        if (id is not null && _used.Count == 0)
            throw new InputException($"None of the ids in '{_source}', such as '{_rows.Keys.FirstOrDefault()}', is the id of a material, such as '{id}'; they must be the same.");
    }

    private static LabelTable Read(string path, DelimitedText text)
    {
        string[] names = Cells(text) ?? [];
        if (names.Length < 2) throw new InputException($"The labels '{path}' need a first line with the names of at least two columns, the id and a property.");
        int id = Math.Max(0, Array.FindIndex(names, TableColumns.IsId));
        var rows = new List<string?[]>();
        while (Cells(text) is { } cells)
        {
            rows.Add(cells.Length == names.Length ? cells : throw new InputException(
                $"Row {rows.Count + 2} of the labels '{path}' has {cells.Length} cells where the first line names {names.Length} columns; look for a missing quote."));
        }
        int[] columns = [.. Enumerable.Range(0, names.Length).Where(column => column != id && names[column].Length > 0)];
        DecimalComma? decimals = text.Separator == ',' ? null : DecimalComma.Of(rows, columns);
        var labels = new Dictionary<string, ImmutableDictionary<string, string>>();
        foreach (string?[] row in rows.Select(row => decimals?.ToPoints(row) ?? row))
        {
            var ofRow = columns.Where(column => row[column] is { Length: > 0 }).ToImmutableDictionary(column => names[column], column => row[column]!);
            if (!labels.TryAdd(row[id]!, ofRow)) throw new InputException($"The labels '{path}' name '{row[id]}' twice; remove one of the rows.");
        }
        return new LabelTable(path, labels) { Note = decimals?.Note };
    }

    private static string[]? Cells(DelimitedText text) => text.Next()?.Select(cell => cell.Trim()).ToArray();
}
