using System.IO.Compression;

namespace Lodestone.Matter;

/// <summary>
/// Unpacks gzip and knows whether the end was reached. <see cref="GZipStream"/> ends at a truncation as if nothing were missing, unless a switch of
/// the whole process says otherwise, which may come too late. Here a member of our own stands behind the packed bytes (members may follow one
/// another, RFC 1952): only where all before it was whole, its content comes out at the end.
/// </summary>
internal sealed class GunzipStream : ForwardStream
{
    private const int BufferSize = 1 << 16;
    private static readonly byte[] Seal = Guid.NewGuid().ToByteArray();
    private static readonly byte[] SealedMember = Pack(Seal);

    private readonly SealedInput _input;
    private readonly GZipStream _unpacked;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private bool _ended;

    public GunzipStream(Stream compressed)
    {
        _input = new SealedInput(compressed, SealedMember);
        _unpacked = new GZipStream(_input, CompressionMode.Decompress);
    }

    /// <summary>What may be given away: all but the last bytes, which may be the seal.</summary>
    private int Ready => Math.Max(0, _end - _start - (_ended ? 0 : Seal.Length));

    public override int Read(Span<byte> buffer)
    {
        while (Ready == 0 && !_ended) Fill();
        int count = Math.Min(buffer.Length, Ready);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read = Unpack(_buffer.AsSpan(_end));
        _end += read;
        if (read == 0) End();
    }

    private int Unpack(Span<byte> target)
    {
        try
        {
            return _unpacked.Read(target);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("The gzip is damaged or cut short.", e);
        }
    }

    private void End()
    {
        _ended = true;
        if (_buffer.AsSpan(0, _end).EndsWith(Seal)) _end -= Seal.Length;
        else if (_input.SealTaken) throw new InvalidDataException("The gzip is cut short.");
        else if (!_input.EndsInPadding()) throw new InvalidDataException("The gzip is followed by bytes that are not gzip; it is damaged.");
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression)) gzip.Write(content);
        return packed.ToArray();
    }
}
