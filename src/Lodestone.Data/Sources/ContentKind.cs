using System.Text;

namespace Lodestone.Data.Sources;

/// <summary>Finds out the kind of a source by its first bytes: archive, gzip, Parquet, table, JSON lines, or else the text of structures.</summary>
internal static class ContentKind
{
    private const int Peek = 1 << 16;
    private static readonly string[] NeededColumns = ["cif", "poscar", "structure", .. TableColumns.FormulaColumns];

    /// <summary>The kind of source that a stream holds. The stream is taken over, and can be read once only.</summary>
    public static EntryStream Open(string source, Stream stream)
    {
        byte[] head = ReadHead(stream);
        Stream all = new PrefixedStream(head, stream);
        if (head.AsSpan().StartsWith<byte>([0x1F, 0x8B])) return Open(source, FileContent.Gunzip(all));
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return new ZipArchiveFile(source, () => all);
        if (head.AsSpan().StartsWith("PAR1"u8)) return new ParquetTable(source, () => all);
        if (head.Length > 262 && head.AsSpan(257, 5).SequenceEqual("ustar"u8)) return new TarArchive(source, () => all);
        string text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
        if (IsTable(text)) return new DelimitedTable(source, () => all);
        if (IsJsonLines(text)) return new JsonLines(source, () => all);
        return new SingleFile(source, () => FileContent.ReadAll(all));
    }

    private static byte[] ReadHead(Stream stream)
    {
        byte[] buffer = new byte[Peek];
        return buffer[..stream.ReadAtLeast(buffer, Peek, throwOnEndOfStream: false)];
    }

    private static bool IsTable(string text)
    {
        string first = text.Split('\n', 2)[0].TrimEnd('\r');
        return first.Split([',', '\t', ';']).Any(cell => NeededColumns.Contains(cell.Trim(' ', '"'), StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsJsonLines(string text)
    {
        string[] lines = text.Split('\n', 3, StringSplitOptions.TrimEntries);
        return lines.Length > 1 && lines[0] is ['{', .., '}'] && lines[1] is "" or ['{', ..];
    }
}
