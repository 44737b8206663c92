using System.Text;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>
/// A JSON file: one structure; an array of structures or of records; or a table as pandas writes it, by rows (<c>orient="split"</c>, Matbench's
/// form, and <c>"table"</c>, <c>"records"</c>) or by columns. Arrays and tables by rows are read piece by piece.
/// </summary>
/// <param name="source">The file as the user knows it.</param>
/// <param name="open">Opens its decompressed content.</param>
/// <param name="limits">How large a structure, a record or a row may be; and all of a table by columns.</param>
internal sealed class JsonFile(string source, Func<Stream> open, ReadLimits limits) : EntryStream(source)
{
    protected override IEnumerable<Entry> Cut()
    {
        using Stream text = ContentKind.WithHead(FileContent.AsUtf8(open()), out byte[] head);
        foreach (Entry entry in Entries(text, head)) yield return entry;
    }

    private IEnumerable<Entry> Entries(Stream text, byte[] head)
    {
        string begin = Encoding.UTF8.GetString(head).TrimStart();
        if (begin is ['[', ..]) return Elements(text);
        if (ContentKind.IsJsonLines(begin)) return new JsonLines(Source, () => text, limits).Entries();
        return begin is ['{', ..] && JsonRows.BeginWith(FirstName(head)) ? new JsonRows(Source, limits).Cut(new JsonPieces(text, limits)) : Whole(text);
    }

    private IEnumerable<Entry> Elements(Stream text)
    {
        string stem = FileNames.Stem(Source);
        string? held = null;
        int count = 0;
        foreach (string? element in new JsonPieces(text, limits).Elements())
        {
            if (++count > 1) yield return Element(held, $"{stem}-{count - 1}", count - 1);
            held = element;
        }
        if (count > 0) yield return Element(held, count == 1 ? stem : $"{stem}-{count}", count);
        else yield return new FailedEntry(stem, Source, null, "The array holds no structure.");
    }

    private Entry Element(string? element, string id, int number) =>
        element is null ? new FailedEntry(id, Source, null, limits.TooLarge) : new JsonRecord(element, id, Source, number, limits);

    private IEnumerable<Entry> Whole(Stream text)
    {
        byte[] bytes;
        try
        {
            bytes = FileContent.ReadAll(text, limits);
        }
        catch (InvalidDataException e)
        {
            return [new FailedEntry(FileNames.Stem(Source), Source, null, e.Message)];
        }
        return JsonColumns.Of(FileContent.Decode(bytes), limits) is { } table
            ? table.Cut(Source)
            : [new StructureEntry(Source, () => new MemoryStream(bytes), packed: false, limits, bytes.Length)];
    }

    private string? FirstName(byte[] head)
    {
        try
        {
            return new JsonPieces(new MemoryStream(head), limits).Names().FirstOrDefault();
        }
        catch (InvalidDataException)
        {
            return null; // Its reader finds the fault again, and its place.
        }
    }
}
