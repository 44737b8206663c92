using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Lodestone.Matter;

namespace Lodestone.Data.Sources;

/// <summary>
/// A folder as the original CGCNN code reads it: <c>id_prop.csv</c> has an id and property values a line, and <c>ID.cif</c> is the crystal.
/// A first line whose values are no numbers names the properties; without one they are <c>target</c>, <c>target_2</c>, ….
/// </summary>
internal sealed class CgcnnFolder(string path) : EntryStream
{
    /// <summary>The file that makes a folder such a one.</summary>
    public const string TableName = "id_prop.csv";

    private string Table => Path.Combine(path, TableName);

    public override IEnumerable<Entry> Entries()
    {
        using CsvReader reader = CsvReader.Create(
            FileContent.Open(Table), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = ',' }, leaveOpen: false);
        ImmutableArray<string> names = [];
        bool first = true;
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
            if (first)
            {
                first = false;
                bool header = IsHeader(cells);
                names = header ? [.. cells.Skip(1)] : [.. Enumerable.Range(1, cells.Length - 1).Select(i => i == 1 ? "target" : $"target_{i}")];
                if (header) continue;
            }
            int line = (int)reader.LineNumber;
            yield return cells.Length == names.Length + 1
                ? new CgcnnEntry(path, cells[0], Table, line, names, [.. cells.Skip(1)])
                : new FailedEntry(cells[0], Table, line, $"The row has {cells.Length - 1} values where the first has {names.Length}.");
        }
    }

    public override void Check()
    {
        if (!Entries().Any()) throw new InputException($"'{Table}' has no row; each line must have an id and its property values.");
    }

    private bool IsHeader(string[] cells) =>
        cells.Length > 1 && !File.Exists(Path.Combine(path, cells[0] + ".cif"))
        && cells.Skip(1).All(cell => cell.Length > 0 && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
