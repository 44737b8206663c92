using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>A table with separated columns: commas, tabs or semicolons, cells in quotes where needed (RFC 4180), a first line of names.</summary>
/// <param name="source">The table as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
/// <param name="limits">How large a row may be.</param>
internal sealed class DelimitedTable(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    private const long LargestToCount = 1 << 23;
    private const int RowsForDecimals = 1000;

    public override void Check()
    {
        using DelimitedText text = OpenText();
        ReadColumns(text);
    }

    protected override long? Count(CancellationToken cancellation)
    {
        using (Stream content = open())
            if (!content.CanSeek || content.Length > LargestToCount) return null;
        using DelimitedText text = OpenText();
        text.Next();
        long rows = 0;
        for (; text.Next() is not null; rows++) cancellation.ThrowIfCancellationRequested();
        return rows;
    }

    protected override IEnumerable<Entry> Cut()
    {
        using DelimitedText text = OpenText();
        TableColumns columns = ReadColumns(text);
        using IEnumerator<Entry> rows = Rows(text, columns).GetEnumerator();
        List<Entry> first = [];
        if (text.Separator != ',')
            while (first.Count < RowsForDecimals && rows.MoveNext()) first.Add(rows.Current);
        var decimals = DecimalComma.Of(first.OfType<RowEntry>().Select(row => row.Cells), columns.Properties);
        foreach (Entry row in first) yield return Row(row);
        while (rows.MoveNext()) yield return Row(rows.Current);

        Entry Row(Entry row) => decimals is not null && row is RowEntry read ? read.With(decimals) : row;
    }

    private DelimitedText OpenText() => new(open(), DelimitedText.SeparatorOf(Source), limits);

    private TableColumns ReadColumns(DelimitedText text)
    {
        try
        {
            return TableColumns.Of(text.Next() ?? [], Source);
        }
        catch (Exception e) when (Fault.IsOfInput(e))
        {
            throw new InputException($"The table '{Source}' cannot be read: {e.Message}", e);
        }
    }

    private IEnumerable<Entry> Rows(DelimitedText text, TableColumns columns)
    {
        while (Next(text, columns, out bool ended) is { } entry)
        {
            yield return entry;
            if (ended) yield break;
        }
    }

    private Entry? Next(DelimitedText text, TableColumns columns, out bool ended)
    {
        ended = false;
        try
        {
            if (text.Next() is not { } cells) return null;
            if (cells.Length == columns.Names.Length) return new RowEntry(columns, cells, Source, text.Line, limits);
            return new FailedEntry($"row {text.Line}", Source, text.Line,
                $"The row has {cells.Length} cells where the header names {columns.Names.Length} columns; look for a missing quote.");
        }
        catch (Exception e) when (Fault.IsOfInput(e))
        {
            ended = true;
            return new FailedEntry(Source, Source, null, $"The rest of the table cannot be read: {e.Message}");
        }
    }
}
