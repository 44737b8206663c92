using CsCheck;
using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class RanksTests
{
    [Fact]
    public void Medians()
    {
        Assert.Null(Ranks.Median([]));
        Assert.Equal(2, Ranks.Median([5, 1, 2]));
        Assert.Equal(3.5, Ranks.Median([5, 1, 2, 9]));
    }

    [Fact]
    public void Ties_share_their_ranks() => Assert.Equal([4, 1.5, 1.5, 4, 4, 6], Ranks.Average([3, 1, 1, 3, 3, 7]));

    [Fact]
    public void Spearman_sees_only_the_order() =>
        Gen.Int[-10, 10].Select(i => (double)i).Array[2, 30].Where(values => values.Distinct().Count() > 1).Sample(values =>
        {
            Assert.Equal(1, Ranks.Spearman(values, [.. values.Select(Math.Exp)])!.Value, 9);
            Assert.Equal(-1, Ranks.Spearman(values, [.. values.Select(x => -x)])!.Value, 9);
        });

    [Fact]
    public void Auc_counts_pairs() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 5]).Array[2, 25].Where(rows => rows.Select(row => row.Item1).Distinct().Count() == 2).Sample(rows =>
        {
            int[] positives = [.. rows.Where(row => row.Item1).Select(row => row.Item2)], negatives = [.. rows.Where(row => !row.Item1).Select(row => row.Item2)];
            double wins = positives.Sum(p => negatives.Sum(q => p > q ? 1 : p == q ? 0.5 : 0));
            Assert.Equal(wins / (positives.Length * negatives.Length), Ranks.Auc([.. rows.Select(row => row.Item1)], [.. rows.Select(row => (double)row.Item2)])!.Value, 9);
        });

    [Fact]
    public void One_class_has_no_auc() => Assert.Null(Ranks.Auc([true, true], [0.1, 0.2]));

    [Fact]
    public void Precision_of_the_top()
    {
        double[] truths = [9, 8, 7, 1, 2, 3];
        Assert.Equal(1, Ranks.TopPrecision(truths, truths, 3, 3));
        Assert.Equal(1 / 3.0, Ranks.TopPrecision(truths, [9, 1, 1, 8, 7, 1], 3, 3));
        Assert.Equal(1, Ranks.TopPrecision(truths, truths, 30, 30));
        Assert.Equal(1, Ranks.TopPrecision(truths, truths, 2, 30));
    }
}
