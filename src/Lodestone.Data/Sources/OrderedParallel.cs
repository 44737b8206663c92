namespace Lodestone.Data.Sources;

/// <summary>
/// Maps a stream on several threads and keeps its order. The source is enumerated on the caller's thread, never far ahead of what was
/// taken: at most <c>degree × 4</c> chunks of 64 items wait. The result does not depend on the number of threads.
/// </summary>
internal static class OrderedParallel
{
    private const int LargestChunk = 64;

    /// <summary>Maps every item to some results; the results come in the order of the items.</summary>
    /// <param name="source">What to map. An exception of it comes after the results of all items before it.</param>
    /// <param name="map">Called on several threads at once.</param>
    /// <param name="degree">Number of threads.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<TResult> SelectMany<TItem, TResult>(
        IEnumerable<TItem> source, Func<TItem, IReadOnlyList<TResult>> map, int degree, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var chunks = new ChunkReader<TItem>(source.GetEnumerator());
        var pending = new Queue<Task<List<TResult>>>();
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                while (!chunks.Ended && pending.Count < degree * 4 && !(pending.TryPeek(out var head) && head.IsCompleted))
                {
                    TItem[] chunk = chunks.Next(LargestChunk, cancellation);
                    if (chunk.Length > 0) pending.Enqueue(Task.Run(() => Map(chunk, map, stop.Token), CancellationToken.None));
                }
                if (!pending.TryDequeue(out var first)) break;
                foreach (TResult result in first.GetAwaiter().GetResult()) yield return result;
            }
            chunks.ThrowIfFailed();
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(pending).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static List<TResult> Map<TItem, TResult>(
        TItem[] chunk, Func<TItem, IReadOnlyList<TResult>> map, CancellationToken stop)
    {
        var results = new List<TResult>(chunk.Length);
        foreach (TItem item in chunk)
        {
            stop.ThrowIfCancellationRequested();
            results.AddRange(map(item));
        }
        return results;
    }
}
