using CsCheck;
using Lodestone.Learning.Training;

namespace Lodestone.Learning.Tests.Training;

public sealed class BatchLoaderTests
{
    [Fact]
    public void Every_labelled_row_comes_once_in_order_and_batches_differ_by_one_at_most() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 20], Gen.Int[0, 5]).Sample(
            (rows, size, gap) =>
            {
                TrainingSet<Vectors> set = Toy.Set(rows, missing: (row, _) => gap > 1 && row % gap == 1);
                BatchLoader<Vectors> loader = Loader(set, size);
                int[] order = [.. Enumerable.Range(0, loader.Rows).Reverse()];
                LabelledBatch<Vectors>[] batches = [.. loader.Load(order)];
                Assert.Equal(order.Select(i => set.LabelledRows[i]), batches.SelectMany(batch => batch.Rows));
                Assert.All(batches, batch => Assert.InRange(batch.Rows.Length, 1, size));
                Assert.True(batches.Max(batch => batch.Rows.Length) - batches.Min(batch => batch.Rows.Length) <= 1);
            },
            iter: 50);

    [Fact]
    public void Passing_over_batches_gives_the_rest()
    {
        BatchLoader<Vectors> loader = Loader(Toy.Set(25), 4);
        int[] order = [.. Enumerable.Range(0, 25)];
        Assert.Equal(loader.Load(order).Skip(3).Select(batch => batch.Rows), loader.Load(order, 3).Select(batch => batch.Rows));
    }

    [Fact]
    public void Labels_are_scaled_and_point_at_their_rows()
    {
        TrainingSet<Vectors> set = Toy.Set(4, 2, missing: (row, target) => target == 1 && row != 2);
        var objective = Toy.Objective(set);
        LabelledBatch<Vectors> batch = Loader(set, 4).Load([3, 2, 1, 0]).Single();
        Assert.Equal([1L], batch.Labels[1].Rows);
        Assert.Equal([0L, 1, 2, 3], batch.Labels[0].Rows);
        Assert.Equal((float)objective.Heads[0].Scaler.Apply(set[3, 0]!.Value), batch.Labels[0].Scaled[0]);
    }

    [Fact]
    public void An_exception_while_joining_reaches_the_reader()
    {
        IEnumerable<int> items = Enumerable.Range(0, 5).Select(i => i < 3 ? i : throw new InvalidOperationException("broken"));
        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(() => Prefetch.Run(items, 2).Count()).Message);
        Assert.Equal([0, 1, 2], Prefetch.Run(items.Take(3), 2));
    }

    [Fact]
    public void Leaving_early_stops_the_other_thread()
    {
        int made = 0;
        Assert.Equal([0, 1], Prefetch.Run(Enumerable.Range(0, 1000).Select(i => made++), 2).Take(2));
        int after = made;
        Thread.Sleep(20);
        Assert.Equal(after, made);
        Assert.InRange(made, 2, 6);
    }

    private static BatchLoader<Vectors> Loader(TrainingSet<Vectors> set, int size)
    {
        var objective = Toy.Objective(set);
        return new BatchLoader<Vectors>(set, Toy.Network(objective).Encoder, objective.Heads, size);
    }
}
