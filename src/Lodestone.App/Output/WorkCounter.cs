namespace Lodestone.App.Output;

/// <summary>How far a piece of work has come. The work writes it, the display reads it, on different threads.</summary>
public sealed class WorkCounter
{
    private long done;
    private long total = -1;
    private string note = "";

    /// <summary>How much is done.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>How much there is to do; null where nobody knows.</summary>
    public long? Total => Interlocked.Read(ref total) is >= 0 and long known ? known : null;

    /// <summary>A few words on the present state: the loss, the file.</summary>
    public string Note => Volatile.Read(ref note);

    /// <summary>Adds to what is done.</summary>
    public void Advance(long amount) => Interlocked.Add(ref done, amount);

    /// <summary>Passes items on and counts them.</summary>
    public IEnumerable<T> Count<T>(IEnumerable<T> items)
    {
        foreach (T item in items)
        {
            yield return item;
            Advance(1);
        }
    }

    /// <summary>Says how far the work has come.</summary>
    public void Set(long done, long? total, string note = "")
    {
        Interlocked.Exchange(ref this.done, done);
        Interlocked.Exchange(ref this.total, total ?? -1);
        Volatile.Write(ref this.note, note);
    }
}
