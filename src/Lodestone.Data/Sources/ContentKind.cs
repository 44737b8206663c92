using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>Finds out the kind of a source by its first bytes: archive, gzip, Parquet, table, JSON, or else the text of structures.</summary>
/// <param name="source">The source as the user knows it.</param>
/// <param name="limits">How large an entry may be.</param>
internal sealed class ContentKind(string source, ReadLimits limits)
{
    private const int Peek = 1 << 16;

    /// <summary>The kind of source that a stream holds. The stream is taken over, and can be read once only.</summary>
    /// <exception cref="InputException">It is packed twice.</exception>
    public EntryStream Open(Stream stream)
    {
        Stream all = WithHead(stream, out byte[] head);
        return IsGzip(head) ? OfUnpacked(FileContent.Gunzip(all)) : OfContent(all, head);
    }

    /// <summary>The same stream, and its first bytes.</summary>
    public static Stream WithHead(Stream stream, out byte[] head)
    {
        byte[] buffer = new byte[Peek];
        head = buffer[..stream.ReadAtLeast(buffer, Peek, throwOnEndOfStream: false)];
        return new PrefixedStream(head, stream);
    }

    /// <summary>True where the first line is a JSON object by itself, and the second begins another or is missing.</summary>
    public static bool IsJsonLines(string text)
    {
        string[] lines = text.Split('\n', 3, StringSplitOptions.TrimEntries);
        return lines.Length > 1 && lines[0] is ['{', .., '}'] && lines[1] is "" or ['{', ..];
    }

    private EntryStream OfUnpacked(Stream unpacked)
    {
        Stream all = WithHead(unpacked, out byte[] head);
        return IsGzip(head) ? throw new InputException($"'{source}' is packed twice with gzip; unpack it once.") : OfContent(all, head);
    }

    private EntryStream OfContent(Stream all, byte[] head)
    {
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return new ZipArchiveFile(source, () => all, limits);
        if (head.AsSpan().StartsWith("PAR1"u8)) return new ParquetTable(source, () => all, limits);
        if (head.Length > 262 && head.AsSpan(257, 5).SequenceEqual("ustar"u8)) return new TarArchive(source, () => all, limits);
        string text = FileContent.Decode(head).TrimStart('\uFEFF');
        if (text.AsSpan().TrimStart() is ['{' or '[', ..]) return new JsonFile(source, () => all, limits);
        return IsTable(text) ? new DelimitedTable(source, () => all, limits) : new SingleFile(source, () => all, limits);
    }

    private static bool IsGzip(byte[] head) => head is [0x1F, 0x8B, ..];

    private static bool IsTable(string text)
    {
        string first = text.Split('\n', 2)[0].TrimEnd('\r');
        return first.Split([',', '\t', ';']).Any(cell => TableColumns.SaysWhatRowsAre(cell.Trim(' ', '"')));
    }
}
