using static TorchSharp.torch;

namespace Lodestone.Learning.Tests;

/// <summary>
/// Without the patch of build/LibTorch.targets, a garbage collection on another thread frees a scalar that libtorch is about to read: this test
/// then ends in an exception or a wrong number, usually within a second.
/// </summary>
public sealed class TorchLifetimeTests
{
    [Fact]
    public void Scalars_outlive_the_native_calls_that_read_them()
    {
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() => Collect(stop.Token));
        collector.Start();
        try
        {
            using Tensor x = ones(16);
            long until = Environment.TickCount64 + 4000;
            while (Environment.TickCount64 < until)
            {
                using var scope = NewDisposeScope();
                Tensor y = x * 2.0 + x;
                y.mul_(0.5).add_(x, alpha: 1.5);
                Assert.Equal(48, y.clamp(-100, 100).sum().item<float>(), 1e-3f);
            }
        }
        finally
        {
            stop.Cancel();
            collector.Join();
        }
    }

    private static void Collect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var garbage = new object[1000];
            for (int i = 0; i < garbage.Length; i++)
                garbage[i] = new byte[100];
            GC.Collect(0);
        }
    }
}
