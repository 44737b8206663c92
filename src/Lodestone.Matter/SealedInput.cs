namespace Lodestone.Matter;

/// <summary>A stream with some bytes of ours behind its end, given out by themselves, so that it is known whether anybody came that far.</summary>
internal sealed class SealedInput(Stream inner, byte[] seal) : ForwardStream
{
    /// <summary>The check sum and length at the end of a gzip member may be zeros; more of them are padding, as tapes and archivers write it.</summary>
    private const int ZerosOfMember = 8;

    private int _given;
    private long _zeros;
    private bool _innerEnded;

    /// <summary>True once somebody asked for more than the stream had.</summary>
    public bool SealTaken => _given > 0;

    public override int Read(Span<byte> buffer)
    {
        int read = ReadInner(buffer);
        if (read > 0 || buffer.IsEmpty) return read;
        int count = Math.Min(buffer.Length, seal.Length - _given);
        seal.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <summary>True where what nobody asked for ends in zeros only. Reads to the end.</summary>
    public bool EndsInPadding()
    {
        byte[] rest = new byte[1 << 12];
        while (ReadInner(rest) > 0)
        {
        }
        return _zeros > ZerosOfMember;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int ReadInner(Span<byte> buffer)
    {
        if (_innerEnded || buffer.IsEmpty) return 0;
        int read = inner.Read(buffer);
        _innerEnded = read == 0;
        if (read == 0) return 0;
        int last = buffer[..read].LastIndexOfAnyExcept((byte)0);
        _zeros = last < 0 ? _zeros + read : read - 1 - last;
        return read;
    }
}
