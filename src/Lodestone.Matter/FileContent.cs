using System.Text;
using System.Text.Unicode;
using Lodestone.Matter.Formats;

namespace Lodestone.Matter;

/// <summary>Opens files, unpacks them and turns bytes into text: the one way from a disk to every reader.</summary>
public static class FileContent
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>Western European letters, with which files that are not Unicode are written; every byte is a letter, a sign or a control code.</summary>
    internal static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Opens a file for reading from its begin to its end.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, FirstBuffer, FileOptions.SequentialScan);

    /// <summary>The unpacked content of a gzip stream, of one or several members behind one another. Reading it throws
    /// <see cref="InvalidDataException"/> where it is damaged, cut short or followed by something else.</summary>
    /// <param name="compressed">The packed bytes; they are taken over.</param>
    public static Stream Gunzip(Stream compressed) => new GunzipStream(compressed);

    /// <summary>A text as UTF-8 without a byte order mark, decoded as by <see cref="Decode"/>, but while it is read: from the first piece on that is
    /// not UTF-8, it is taken as Windows-1252.</summary>
    /// <param name="text">The bytes of the text; they are taken over.</param>
    public static Stream AsUtf8(Stream text) => new Utf8Stream(text);

    /// <summary>Reads all of a stream.</summary>
    /// <exception cref="InvalidDataException">It holds more than the limits allow, or is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadAll(Stream stream, ReadLimits limits)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limits.Bytes) throw new InvalidDataException(limits.TooLarge);
        var pieces = new List<byte[]>();
        byte[] buffer = new byte[FirstBuffer];
        long length = 0;
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; pieces.Add(buffer[..read]))
            if ((length += read) > limits.Bytes) throw new InvalidDataException(limits.TooLarge);
        byte[] all = new byte[length];
        int place = 0;
        foreach (byte[] piece in pieces)
        {
            piece.CopyTo(all, place);
            place += piece.Length;
        }
        return all;
    }

    /// <summary>Reads all of a text.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="packed">True where they are packed with gzip.</param>
    /// <param name="limits">How many there may be, unpacked.</param>
    /// <exception cref="InvalidDataException">There are more, or they are damaged.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static string ReadText(Stream stream, bool packed, ReadLimits limits) =>
        Decode(ReadAll(packed ? Gunzip(stream) : stream, limits));

    /// <summary>The text of bytes: by their byte order mark, else UTF-8, and where they are not that, Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        if (Utf16(bytes) is { } wide) return wide.GetString(bytes[2..]);
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252).GetString(bytes);
    }

    /// <summary>UTF-16 in the order of bytes that a mark at the begin tells, or null.</summary>
    internal static Encoding? Utf16(ReadOnlySpan<byte> begin)
    {
        if (begin.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        return begin.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode : null;
    }
}
