using System.Buffers.Binary;
using System.Text;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>Reads numbers and texts from a file in memory; never beyond its end.</summary>
/// <param name="file">The whole file.</param>
internal sealed class PickleCursor(ReadOnlyMemory<byte> file)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Index of the next byte.</summary>
    public int Position { get; private set; }

    /// <summary>True when every byte was read.</summary>
    public bool AtEnd => Position == file.Length;

    /// <summary>The next bytes.</summary>
    /// <exception cref="PickleException">The file has no so many bytes left.</exception>
    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count < 0 || count > file.Length - Position)
            throw new PickleException("ends in the middle of its data; it is truncated or damaged");
        ReadOnlyMemory<byte> bytes = file.Slice(Position, (int)count);
        Position += (int)count;
        return bytes;
    }

    /// <summary>The next byte.</summary>
    public byte Byte() => Take(1).Span[0];

    /// <summary>A little-endian 16-bit integer.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    /// <summary>A little-endian 32-bit integer.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span);

    /// <summary>A little-endian 32-bit integer without a sign.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    /// <summary>A little-endian 64-bit integer.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8).Span);

    /// <summary>A big-endian 64-bit floating point number, as pickles have it.</summary>
    public double DoubleBigEndian() => BinaryPrimitives.ReadDoubleBigEndian(Take(8).Span);

    /// <summary>A text of so many bytes.</summary>
    public string Utf8(long bytes)
    {
        try
        {
            return StrictUtf8.GetString(Take(bytes).Span);
        }
        catch (DecoderFallbackException)
        {
            throw PickleException.Malformed("a text that is not valid UTF-8");
        }
    }

    /// <summary>A text up to the next line feed, which is passed over.</summary>
    public string Line()
    {
        int length = file.Span[Position..].IndexOf((byte)'\n');
        string line = Utf8(length < 0 ? long.MaxValue : length);
        Position++;
        return line;
    }
}
