using System.Globalization;
using CsvHelper;

namespace Lodestone.Data.Tables;

/// <summary>Separated columns with a header, UTF-8, lines ended by <c>\n</c>, quotes where needed (RFC 4180). A missing cell is empty.</summary>
internal sealed class DelimitedEncoder : TableEncoder
{
    private readonly Stream _stream;
    private readonly CsvWriter _writer;

    public DelimitedEncoder(Stream stream, IReadOnlyList<TableColumn> columns, char separator, bool header = true)
    {
        _stream = stream;
        _writer = CsvWriter.Create(stream, new CsvWriterOptions { Separator = separator, NewLine = "\n" }, leaveOpen: false);
        if (!header) return;
        foreach (TableColumn column in columns) _writer.WriteField(column.Name);
        _writer.EndRecord();
    }

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        foreach (Cell cell in cells)
            _writer.WriteField(cell.NumberValue is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : cell.TextValue);
        _writer.EndRecord();
    }

    public override void Finish()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
