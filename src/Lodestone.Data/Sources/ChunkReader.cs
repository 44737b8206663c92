using System.Runtime.ExceptionServices;

namespace Lodestone.Data.Sources;

/// <summary>Takes growing chunks (1, 2, 4, … items, so that the first result comes early; fewer heavy ones) and keeps the exception that ended the stream.</summary>
/// <param name="items">The stream.</param>
/// <param name="weight">How many bytes an item holds.</param>
internal sealed class ChunkReader<T>(IEnumerator<T> items, Func<T, long> weight) : IDisposable
{
    private int _size = 1;
    private ExceptionDispatchInfo? _failure;

    /// <summary>How many bytes the last chunk holds.</summary>
    public long Weight { get; private set; }

    /// <summary>True when there is nothing more to take.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next items: fewer than asked at the end of the stream, perhaps none.</summary>
    /// <param name="largest">The most items.</param>
    /// <param name="heaviest">No more items are taken once these hold so many bytes.</param>
    /// <param name="cancellation">Ends the chunk, and with it the stream.</param>
    public T[] Next(int largest, long heaviest, CancellationToken cancellation)
    {
        var chunk = new List<T>(_size);
        Weight = 0;
        try
        {
            while (chunk.Count < _size && Weight < heaviest)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!items.MoveNext())
                {
                    Ended = true;
                    break;
                }
                chunk.Add(items.Current);
                Weight += weight(items.Current);
            }
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            Ended = true;
        }
        _size = Math.Min(_size * 2, largest);
        return [.. chunk];
    }

    /// <summary>Throws what ended the stream before its end, if anything did.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    public void Dispose() => items.Dispose();
}
