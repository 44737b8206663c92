using System.Threading.Channels;

namespace Lodestone.Learning.Training;

/// <summary>Computes the items of a sequence on another thread before they are asked for.</summary>
internal static class Prefetch
{
    /// <summary>The same items in the same order. An exception of the source reaches the reader at its place.</summary>
    /// <param name="source">Enumerated on another thread, by one thread at a time.</param>
    /// <param name="ahead">How many finished items may wait.</param>
    public static IEnumerable<T> Run<T>(IEnumerable<T> source, int ahead)
    {
        using var stop = new CancellationTokenSource();
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        Task producer = Task.Run(() => Produce(source, channel.Writer, stop.Token));
        try
        {
            while (channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                while (channel.Reader.TryRead(out T? item))
                    yield return item;
        }
        finally
        {
            stop.Cancel();
            producer.GetAwaiter().GetResult();
        }
    }

    private static async Task Produce<T>(IEnumerable<T> source, ChannelWriter<T> writer, CancellationToken stop)
    {
        try
        {
            foreach (T item in source)
                await writer.WriteAsync(item, stop).ConfigureAwait(false);
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(e);
        }
    }
}
