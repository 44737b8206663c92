using Lodestone.Data;
using Lodestone.Learning.Significance;

namespace Lodestone.Learning.Tests.Significance;

public sealed class RowTestTests
{
    private static readonly Seeds Seeds = new(1);

    /// <summary>By hand: of the 2⁸ flips of eight equal differences, two have as large a mean.</summary>
    [Fact]
    public void Eight_equal_differences_by_hand()
    {
        RowTest test = RowTest.Of([2, 2, 2, 2, 2, 2, 2, 2], Seeds);
        Assert.Equal(2.0 / 256, test.PValue, 0.003);
        Assert.Equal((2.0, 2.0, 2.0), (test.Mean, test.Low, test.High));
    }

    /// <summary>By hand: of the eight flips of 1, 2, 3, those with |sum| ≥ 4 are ±(1, 2, 3) and ±(−1, 2, 3).</summary>
    [Fact]
    public void Three_differences_by_hand() => Assert.Equal(0.5, RowTest.Of([-1, 2, 3], Seeds).PValue, 0.02);

    [Fact]
    public void The_interval_is_that_of_the_mean()
    {
        var generator = new RandomGenerator(3);
        double[] rows = [.. Enumerable.Range(0, 400).Select(_ => 0.1 + generator.NextNormal())];
        RowTest test = RowTest.Of(rows, Seeds);
        double deviation = Math.Sqrt(rows.Sum(d => (d - test.Mean) * (d - test.Mean)) / (rows.Length - 1));
        Assert.Equal(test.Mean - 1.96 * deviation / 20, test.Low, 0.01);
        Assert.Equal(test.Mean + 1.96 * deviation / 20, test.High, 0.01);
    }

    [Fact]
    public void Equal_models_do_not_differ() => Assert.Equal(1, RowTest.Of([0, 0, 0, 0], Seeds).PValue);

    [Fact]
    public void The_same_seed_gives_the_same() => Assert.Equal(RowTest.Of([1, -2, 3, 1], Seeds), RowTest.Of([1, -2, 3, 1], Seeds));
}
