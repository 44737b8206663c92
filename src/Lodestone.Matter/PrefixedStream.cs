namespace Lodestone.Matter;

/// <summary>A forward-only stream whose first bytes were already taken from another one.</summary>
/// <param name="prefix">Those bytes.</param>
/// <param name="rest">What follows; it is taken over.</param>
public sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream
{
    private int _taken;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, prefix.Length - _taken);
        if (count == 0) return rest.Read(buffer);
        prefix.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
