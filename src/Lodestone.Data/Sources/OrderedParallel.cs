namespace Lodestone.Data.Sources;

/// <summary>
/// Maps a stream on several threads and keeps its order. The source is enumerated on the caller's thread, never far ahead of what was
/// taken: at most <c>degree × 4</c> chunks of 64 items wait, and no more once they hold 64 MiB. The result does not depend on the number of threads.
/// </summary>
internal static class OrderedParallel
{
    private const int LargestChunk = 64;
    private const long HeaviestChunk = 1 << 22;
    private const long HeaviestQueue = 1 << 26;

    /// <summary>Maps every item to some results; the results come in the order of the items.</summary>
    /// <param name="source">What to map. An exception of it comes after the results of all items before it.</param>
    /// <param name="map">Called on several threads at once.</param>
    /// <param name="weight">How many bytes an item holds until it is mapped.</param>
    /// <param name="degree">Number of threads.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public static IEnumerable<TResult> SelectMany<TItem, TResult>(
        IEnumerable<TItem> source, Func<TItem, IReadOnlyList<TResult>> map, Func<TItem, long> weight, int degree, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var chunks = new ChunkReader<TItem>(source.GetEnumerator(), weight);
        var pending = new Queue<(Task<List<TResult>> Results, long Weight)>();
        long waiting = 0;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                while (!chunks.Ended && pending.Count < degree * 4 && waiting < HeaviestQueue && !(pending.TryPeek(out var head) && head.Results.IsCompleted))
                {
                    TItem[] chunk = chunks.Next(LargestChunk, HeaviestChunk, cancellation);
                    if (chunk.Length == 0) continue;
                    pending.Enqueue((Task.Run(() => Map(chunk, map, stop.Token), CancellationToken.None), chunks.Weight));
                    waiting += chunks.Weight;
                }
                if (!pending.TryDequeue(out var first)) break;
                waiting -= first.Weight;
                foreach (TResult result in first.Results.GetAwaiter().GetResult()) yield return result;
            }
            chunks.ThrowIfFailed();
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(pending.Select(chunk => chunk.Results)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
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
