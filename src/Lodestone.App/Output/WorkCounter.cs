namespace Lodestone.App.Output;

/// <summary>How far a piece of work has come, which never goes back. The work writes it, the display reads it, on different threads.</summary>
/// <param name="time">The clock by which its pace is told.</param>
public sealed class WorkCounter(TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _done;
    private long? _total;
    private string _note = "";
    private bool _inSteps;
    private double _before;
    private long _start = time.GetTimestamp();
    private long _last;

    /// <summary>How much is done; a part of a step counts as much of it as is done.</summary>
    public double Done
    {
        get
        {
            lock (_lock) return _done;
        }
    }

    /// <summary>How much there is to do; null where nobody knows, or more is done already than was expected.</summary>
    public long? Total
    {
        get
        {
            lock (_lock) return _done <= _total ? _total : null;
        }
    }

    /// <summary>A few words on the present state: the loss, the file.</summary>
    public string Note
    {
        get
        {
            lock (_lock) return _note;
        }
    }

    /// <summary>How much is done a second; null before that can be told.</summary>
    public double? Rate
    {
        get
        {
            lock (_lock) return _done > _before && time.GetElapsedTime(_start, _last) is { Ticks: > 0 } spent ? (_done - _before) / spent.TotalSeconds : null;
        }
    }

    /// <summary>How long the rest will take at the pace so far; null where that cannot be told.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            lock (_lock)
            {
                if (Total is not { } total || Rate is not { } rate) return null;
                TimeSpan left = TimeSpan.FromSeconds((total - _done) / rate) - time.GetElapsedTime(_last);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Says how much there is to do, where that is known.</summary>
    public void Expect(long? total)
    {
        lock (_lock) _total = total;
    }

    /// <summary>Adds to what is done.</summary>
    public void Advance(long amount)
    {
        lock (_lock) ReachLocked(_done + amount);
    }

    /// <summary>Says how much is done in all.</summary>
    public void Reach(long done)
    {
        lock (_lock) ReachLocked(done);
    }

    /// <summary>Passes items on and counts them.</summary>
    public IEnumerable<T> Count<T>(IEnumerable<T> items)
    {
        foreach (T item in items)
        {
            yield return item;
            Advance(1);
        }
    }

    /// <summary>Says how far work in steps has come. What the first call tells was done before, or while the work was prepared: the pace is that of what follows.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps to do.</param>
    /// <param name="note">A few words on the present state.</param>
    public void Set(double done, long total, string note = "")
    {
        lock (_lock)
        {
            ReachLocked(done);
            _total = total;
            _note = note;
            if (!_inSteps) Begin();
            _inSteps = true;
        }
    }

    /// <summary>Tells the pace from now on: what was counted so far was done before.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _before = _done;
            _start = _last = time.GetTimestamp();
        }
    }

    private void ReachLocked(double done)
    {
        if (done <= _done) return;
        _done = done;
        _last = time.GetTimestamp();
    }
}
