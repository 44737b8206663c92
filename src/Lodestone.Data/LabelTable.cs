using System.Collections.Immutable;
using CsvHelper;
using Lodestone.Data.Sources;
using Lodestone.Matter;

namespace Lodestone.Data;

/// <summary>Properties of materials whose structures stand elsewhere, by the id of the material.</summary>
public sealed class LabelTable
{
    private static readonly string[] IdColumns = ["id", "material_id"];
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

    /// <summary>Reads a table with separated columns, compressed or not: <c>id</c> or <c>material_id</c>, else the first column, and properties.</summary>
    /// <exception cref="InputException">The file cannot be read, has no property, or names a material twice.</exception>
    public static LabelTable Read(string path)
    {
        try
        {
            using Stream file = FileContent.Open(path);
            using Stream content = FileNames.Ends(path, ".gz") ? FileContent.Gunzip(file) : file;
            using CsvReader reader = CsvReader.Create(content, new CsvReaderOptions { HasHeader = false, Separator = FileNames.Ends(FileNames.WithoutGz(path), ".tsv") ? '\t' : null }, leaveOpen: true);
            return new LabelTable(path, Rows(path, reader));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or CsvFormatException)
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

    private static Dictionary<string, ImmutableDictionary<string, string>> Rows(string path, CsvReader reader)
    {
        string[] names = reader.Read() ? Cells(reader) : [];
        if (names.Length < 2) throw new InputException($"The labels '{path}' need a first line with the names of at least two columns, the id and a property.");
        int id = Math.Max(0, Array.FindIndex(names, name => IdColumns.Contains(name, StringComparer.OrdinalIgnoreCase)));
        var rows = new Dictionary<string, ImmutableDictionary<string, string>>();
        while (reader.Read())
        {
            string[] cells = Cells(reader);
            if (cells.Length != names.Length)
                throw new InputException($"Row {rows.Count + 2} of the labels '{path}' has {cells.Length} cells where the first line names {names.Length} columns; look for a missing quote.");
            var labels = Enumerable.Range(0, names.Length).Where(column => column != id && names[column].Length > 0 && cells[column].Length > 0)
                .ToImmutableDictionary(column => names[column], column => cells[column]);
            if (!rows.TryAdd(cells[id], labels)) throw new InputException($"The labels '{path}' name '{cells[id]}' twice; remove one of the rows.");
        }
        return rows;
    }

    private static string[] Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetString(i) ?? "").Trim())];
}
