using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lodestone.Data.Tables;

/// <summary>One JSON object a line, its keys in the order of the columns. A missing cell is <c>null</c>.</summary>
internal sealed class JsonLinesEncoder(Stream stream, IReadOnlyList<TableColumn> columns) : TableEncoder
{
    private readonly Utf8JsonWriter _writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        _writer.WriteStartObject();
        for (int i = 0; i < cells.Length; i++)
        {
            _writer.WritePropertyName(columns[i].Name);
            if (cells[i].NumberValue is { } number) _writer.WriteNumberValue(number);
            else _writer.WriteStringValue(cells[i].TextValue);
        }
        _writer.WriteEndObject();
        _writer.Flush();
        stream.WriteByte((byte)'\n');
        _writer.Reset();
    }

    public override void Finish()
    {
        _writer.Dispose();
        stream.Dispose();
    }
}
