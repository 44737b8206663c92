using TorchSharp;

namespace Lodestone.Learning.Training;

/// <summary>
/// While it lives, torch computes on one thread what the current thread asks of it, so that sums are taken in the same order on every machine.
/// OpenMP keeps this number for each thread of the program apart: it has to be set on the thread that computes, and set back there.
/// </summary>
public sealed class SingleThread : IDisposable
{
    private readonly int _afterwards;

    /// <summary>Begins on the current thread.</summary>
    public SingleThread()
        : this(torch.get_num_threads())
    {
    }

    /// <summary>Begins on the current thread.</summary>
    /// <param name="afterwards">How many threads torch may use for this one afterwards.</param>
    public SingleThread(int afterwards)
    {
        _afterwards = afterwards;
        torch.set_num_threads(1);
    }

    /// <summary>Ends it; to be called on the thread that began it.</summary>
    public void Dispose() => torch.set_num_threads(_afterwards);
}
