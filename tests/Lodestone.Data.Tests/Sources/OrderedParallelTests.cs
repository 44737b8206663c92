using CsCheck;
using Lodestone.Data.Sources;

namespace Lodestone.Data.Tests.Sources;

public sealed class OrderedParallelTests
{
    [Fact]
    public void Order_and_count_are_kept() => Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 4]).Sample((count, degree) =>
    {
        IEnumerable<int> results = OrderedParallel.SelectMany(
            Enumerable.Range(0, count), i => (IReadOnlyList<int>)[.. Enumerable.Repeat(i, i % 3)], _ => 0, degree, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat(i, i % 3)), results);
    }, iter: 50);

    [Fact]
    public void The_first_result_does_not_wait_for_an_endless_source()
    {
        int taken = 0;
        IEnumerable<int> Endless()
        {
            while (true) yield return taken++;
        }
        Assert.Equal(0, OrderedParallel.SelectMany(Endless(), i => (IReadOnlyList<int>)[i], _ => 0, 2, CancellationToken.None).First());
        Assert.InRange(taken, 1, 64 * 8 + 1);
    }

    [Fact]
    public void An_exception_of_the_source_comes_after_all_results_before_it()
    {
        static IEnumerable<int> Failing()
        {
            for (int i = 0; i < 100; i++) yield return i;
            throw new InvalidDataException("broken");
        }
        var seen = new List<int>();
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (int i in OrderedParallel.SelectMany(Failing(), i => (IReadOnlyList<int>)[i], _ => 0, 2, CancellationToken.None)) seen.Add(i);
        });
        Assert.Equal(Enumerable.Range(0, 100), seen);
    }

    [Fact]
    public void Cancellation_ends_the_stream()
    {
        using var cancel = new CancellationTokenSource();
        int seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (int i in OrderedParallel.SelectMany(Enumerable.Range(0, int.MaxValue), i => (IReadOnlyList<int>)[i], _ => 0, 2, cancel.Token))
                if (++seen == 10) cancel.Cancel();
        });
        Assert.InRange(seen, 10, 200);
    }

    [Fact]
    public void Leaving_early_disposes_the_source()
    {
        bool disposed = false;
        IEnumerable<int> Source()
        {
            try
            {
                for (int i = 0; ; i++) yield return i;
            }
            finally
            {
                disposed = true;
            }
        }
        Assert.Equal(5, OrderedParallel.SelectMany(Source(), i => (IReadOnlyList<int>)[i], _ => 0, 2, CancellationToken.None).Take(5).Count());
        Assert.True(disposed);
    }

    [Fact]
    public void An_exception_of_the_map_comes_through()
    {
        Assert.Throws<FormatException>(() => OrderedParallel
            .SelectMany(Enumerable.Range(0, 1000), i => i == 500 ? throw new FormatException() : (IReadOnlyList<int>)[i], _ => 0, 2, CancellationToken.None)
            .Count());
    }

    [Fact]
    public void Heavy_items_are_not_read_far_ahead()
    {
        int taken = 0;
        IEnumerable<int> Endless()
        {
            while (true) yield return taken++;
        }
        Assert.Equal(0, OrderedParallel.SelectMany(Endless(), i => (IReadOnlyList<int>)[i], _ => 1 << 24, 16, CancellationToken.None).First());
        Assert.InRange(taken, 1, 5);
    }
}
