using CsvHelper;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>The records of a text with separated cells (RFC 4180), in any encoding.</summary>
internal sealed class DelimitedText : IDisposable
{
    private readonly CsvReader _reader;
    private readonly ReadLimits _limits;

    /// <summary>Begins to read.</summary>
    /// <param name="content">The bytes; they are taken over.</param>
    /// <param name="separator">The sign between cells; null where the first lines shall tell.</param>
    /// <param name="limits">How long a record may be.</param>
    public DelimitedText(Stream content, char? separator, ReadLimits limits)
    {
        _limits = limits;
        _reader = CsvReader.Create(
            FileContent.AsUtf8(content),
            new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = separator, MaxRecordSize = (int)limits.Bytes },
            leaveOpen: false);
    }

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line => checked((int)_reader.LineNumber);

    /// <summary>The sign between cells.</summary>
    public char Separator => _reader.Separator;

    /// <summary>The separator that a file's name tells, or null.</summary>
    public static char? SeparatorOf(string fileName) => FileNames.Ends(FileNames.WithoutGz(fileName), ".tsv") ? '\t' : null;

    /// <summary>The next record, or null behind the last one.</summary>
    /// <exception cref="InvalidDataException">The rest cannot be read, or the record is too long.</exception>
    public string[]? Next()
    {
        try
        {
            return _reader.Read() ? Cells() : null;
        }
        catch (CsvFormatException e)
        {
            // The reader recovers from whatever is wrong with quotes; all it refuses is a row beyond the limit.
            throw new InvalidDataException($"A row that begins on line {e.LineNumber} is too long; look for a missing quote. {_limits.TooLarge}", e);
        }
    }

    public void Dispose() => _reader.Dispose();

    private string[] Cells()
    {
        string[] cells = new string[_reader.FieldCount];
        for (int i = 0; i < cells.Length; i++) cells[i] = _reader.GetString(i);
        return cells;
    }
}
