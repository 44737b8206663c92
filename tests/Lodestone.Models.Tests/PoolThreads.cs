using TorchSharp;

namespace Lodestone.Models.Tests;

/// <summary>The number of threads that torch uses for each thread of the pool, which OpenMP keeps apart.</summary>
internal static class PoolThreads
{
    private const int Enough = 8;

    /// <summary>Sets it for as many threads of the pool as a test can meet, and for the current one.</summary>
    public static void Set(int threads)
    {
        ThreadPool.GetMinThreads(out int workers, out int completion);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Enough), completion);
        using var together = new Barrier(Enough);
        Task.WaitAll(Enumerable.Range(0, Enough).Select(_ => Task.Run(() =>
        {
            together.SignalAndWait();
            torch.set_num_threads(threads);
        })));
        torch.set_num_threads(threads);
    }
}
