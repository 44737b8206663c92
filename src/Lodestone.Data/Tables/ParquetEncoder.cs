using Parquet;
using Parquet.Schema;

namespace Lodestone.Data.Tables;

/// <summary>Parquet with nullable strings and doubles, in row groups of 65,536 rows.</summary>
internal sealed class ParquetEncoder : TableEncoder
{
    private const int GroupSize = 1 << 16;
    private readonly ParquetWriter _writer;
    private readonly DataField[] _fields;
    private readonly List<Cell>[] _pending;

    public ParquetEncoder(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        _fields = [.. columns.Select(column => column.IsNumber ? new DataField<double?>(column.Name) : (DataField)new DataField<string>(column.Name))];
        _pending = [.. columns.Select(_ => new List<Cell>())];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
    }

    public override void Write(ReadOnlySpan<Cell> cells)
    {
        for (int i = 0; i < cells.Length; i++) _pending[i].Add(cells[i]);
        if (_pending[0].Count == GroupSize) WriteGroup();
    }

    public override void Finish()
    {
        if (_pending[0].Count > 0) WriteGroup();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void WriteGroup()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            if (_fields[i].ClrType == typeof(double))
            {
                double?[] numbers = [.. _pending[i].Select(cell => cell.NumberValue)];
                group.WriteAsync<double>(_fields[i], numbers.AsMemory()).GetAwaiter().GetResult();
            }
            else
            {
                string?[] texts = [.. _pending[i].Select(cell => cell.TextValue)];
                group.WriteAsync(_fields[i], texts!).GetAwaiter().GetResult();
            }
            _pending[i].Clear();
        }
    }
}
