using System.Runtime.ExceptionServices;

namespace Lodestone.Data.Sources;

/// <summary>Takes growing chunks (1, 2, 4, … items, so that the first result comes early) and keeps the exception that ended the stream.</summary>
internal sealed class ChunkReader<T>(IEnumerator<T> items) : IDisposable
{
    private int _size = 1;
    private ExceptionDispatchInfo? _failure;

    /// <summary>True when there is nothing more to take.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next items: fewer than asked at the end of the stream, perhaps none.</summary>
    public T[] Next(int largest, CancellationToken cancellation)
    {
        var chunk = new List<T>(_size);
        try
        {
            while (chunk.Count < _size)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!items.MoveNext())
                {
                    Ended = true;
                    break;
                }
                chunk.Add(items.Current);
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
