using System.IO.Compression;
using System.Text;

namespace Lodestone.Data.Sources;

/// <summary>Opens files and turns bytes into text.</summary>
internal static class FileContent
{
    private const long LargestText = 1L << 30;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Without this switch a truncated gzip stream ends as if it were whole (DeflateStream, since .NET 10).</summary>
    static FileContent() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Opens a file for reading from its begin to its end.</summary>
    public static Stream Open(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    /// <summary>The decompressed content of a gzip stream; reading it throws <see cref="InvalidDataException"/> where it is damaged or cut off.</summary>
    public static Stream Gunzip(Stream compressed) => new GZipStream(compressed, CompressionMode.Decompress);

    /// <summary>Reads all of a stream.</summary>
    /// <exception cref="InvalidDataException">There is more than 1 GiB.</exception>
    public static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = stream.Read(buffer); n > 0; n = stream.Read(buffer))
        {
            content.Write(buffer, 0, n);
            if (content.Length > LargestText) throw new InvalidDataException("It is larger than 1 GiB; cut it into smaller files.");
        }
        return content.ToArray();
    }

    /// <summary>Text of bytes: UTF-8 or UTF-16 with a byte order mark, UTF-8 without, and Latin-1 where they are not valid UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
