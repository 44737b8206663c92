using CsvHelper;
using Lodestone.Matter;

namespace Lodestone.Data.Sources;

/// <summary>A table with separated columns: commas, tabs or semicolons, cells in quotes where needed (RFC 4180), a first line of names.</summary>
/// <param name="source">The table as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
internal sealed class DelimitedTable(string source, Func<Stream> open) : EntryStream
{
    private const string RestLost = "the rest of the table cannot be read: ";

    public override void Check()
    {
        using CsvReader reader = CreateReader();
        ReadColumns(reader);
    }

    public override IEnumerable<Entry> Entries()
    {
        using CsvReader reader = CreateReader();
        TableColumns columns = ReadColumns(reader);
        while (true)
        {
            Entry? entry = Next(reader, columns, out bool ended);
            if (entry is not null) yield return entry;
            if (ended) yield break;
        }
    }

    private CsvReader CreateReader() => CsvReader.Create(
        open(),
        new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            Separator = FileNames.Ends(FileNames.WithoutGz(source), ".tsv") ? '\t' : null,
        },
        leaveOpen: false);

    private TableColumns ReadColumns(CsvReader reader)
    {
        try
        {
            return TableColumns.Of(reader.Read() ? Cells(reader, reader.FieldCount) : [], source);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or CsvFormatException)
        {
            throw new InputException($"The table '{source}' cannot be read: {e.Message}", e);
        }
    }

    private Entry? Next(CsvReader reader, TableColumns columns, out bool ended)
    {
        ended = true;
        try
        {
            if (!reader.Read()) return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or CsvFormatException)
        {
            return new FailedEntry(source, source, null, RestLost + e.Message);
        }
        ended = false;
        int line = checked((int)reader.LineNumber);
        if (reader.FieldCount == columns.Names.Length) return new RowEntry(columns, Cells(reader, reader.FieldCount), source, line);
        return new FailedEntry($"row {line}", source, line,
            $"The row has {reader.FieldCount} cells where the header names {columns.Names.Length} columns; look for a missing quote.");
    }

    private static string?[] Cells(CsvReader reader, int count)
    {
        string?[] cells = new string?[count];
        for (int i = 0; i < count; i++) cells[i] = reader.GetString(i);
        return cells;
    }
}
