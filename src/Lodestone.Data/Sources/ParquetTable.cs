using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Parquet;
using Parquet.Schema;

namespace Lodestone.Data.Sources;

/// <summary>A Parquet table; columns of lists, records or raw bytes are passed over. It is read one row group at a time.</summary>
/// <param name="source">The table as the user knows it.</param>
/// <param name="open">Opens its decompressed content; where that cannot seek, it is read into memory.</param>
/// <param name="limits">How large a cell may be.</param>
internal sealed class ParquetTable(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    public override void Check()
    {
        using Stream content = OpenSeekable();
        ParquetReader reader = OpenReader(content);
        TableColumns.Of(Fields(reader).Select(field => field.Name), Source);
        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    protected override long? Count(CancellationToken cancellation)
    {
        using Stream content = open();
        if (!content.CanSeek) return null;
        ParquetReader reader = OpenReader(content);
        long rows = Enumerable.Range(0, reader.RowGroupCount).Sum(group => RowsOf(reader, group));
        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return rows;
    }

    protected override IEnumerable<Entry> Cut()
    {
        using Stream content = OpenSeekable();
        ParquetReader reader = OpenReader(content);
        DataField[] fields = Fields(reader);
        TableColumns columns = TableColumns.Of(fields.Select(field => field.Name), Source);
        int row = 0;
        for (int group = 0; group < reader.RowGroupCount; group++)
        {
            string?[][]? cells = ReadGroup(reader, group, fields, out string? failure);
            if (cells is null)
            {
                yield return new FailedEntry(Source, Source, row + 1, $"The rest of the table, from row {row + 1} on, cannot be read: {failure}");
                break;
            }
            for (int i = 0; i < cells[0].Length; i++)
                yield return new RowEntry(columns, [.. cells.Select(column => column[i])], Source, ++row, limits);
        }
        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private Stream OpenSeekable()
    {
        Stream content = open();
        if (content.CanSeek) return content;
        using (content) return new MemoryStream(FileContent.ReadAll(content, new ReadLimits(ReadLimits.Largest)));
    }

    private ParquetReader OpenReader(Stream content)
    {
        try
        {
            ParquetReader reader = ParquetReader.CreateAsync(content).GetAwaiter().GetResult();
            _ = reader.Schema;
            return reader;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InputException($"The table '{Source}' is no Parquet file or is damaged: {e.Message}", e);
        }
    }

    private static long RowsOf(ParquetReader reader, int group)
    {
        using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
        return rows.RowCount;
    }

    private static DataField[] Fields(ParquetReader reader) =>
        [.. reader.Schema.Fields.OfType<DataField>().Where(ParquetColumn.CanRead)];

    private static string?[][]? ReadGroup(ParquetReader reader, int group, DataField[] fields, out string? failure)
    {
        failure = null;
        try
        {
            using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
            return [.. fields.Select(field => ParquetColumn.ReadText(rows, field))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failure = e.Message;
            return null;
        }
    }
}
