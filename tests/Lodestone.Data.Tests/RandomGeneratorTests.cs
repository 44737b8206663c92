using CsCheck;

namespace Lodestone.Data.Tests;

public sealed class RandomGeneratorTests
{
    [Fact]
    public void Numbers_are_those_of_the_published_generator()
    {
        // The state 1, 2, 3, 4 and its first outputs are the reference vector of the authors' C code.
        var generator = new RandomGenerator(0) { State = (1, 2, 3, 4) };
        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360];
        Assert.Equal(expected, expected.Select(_ => generator.NextUInt64()));
    }

    [Fact]
    public void The_seed_fills_the_state_by_SplitMix64()
    {
        Assert.Equal(
            (6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL),
            new RandomGenerator(1234567).State);
    }

    [Fact]
    public void Bounds_hold() => Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue]).Sample((seed, bound) =>
    {
        var generator = new RandomGenerator(seed);
        for (int i = 0; i < 20; i++)
        {
            Assert.InRange(generator.Next(bound), 0, bound - 1);
            double x = generator.NextDouble();
            Assert.True(x is >= 0 and < 1);
        }
    });

    [Fact]
    public void Every_number_is_about_equally_likely()
    {
        var generator = new RandomGenerator(7);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) counts[generator.Next(6)]++;
        double chi2 = counts.Sum(n => (n - 10_000.0) * (n - 10_000.0) / 10_000.0);
        Assert.True(chi2 < 20.5, $"χ² = {chi2} with 5 degrees of freedom (20.5 has probability 0.001).");
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_variance_one()
    {
        var generator = new RandomGenerator(3);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(_ => generator.NextNormal())];
        Assert.Equal(0, x.Average(), 0.02);
        Assert.Equal(1, x.Average(v => v * v), 0.03);
    }

    [Fact]
    public void A_permutation_has_every_number_once() => Gen.Select(Gen.ULong, Gen.Int[0, 200]).Sample((seed, count) =>
    {
        int[] order = new RandomGenerator(seed).Permutation(count);
        Assert.Equal(Enumerable.Range(0, count), order.Order());
        Assert.Equal(order, new RandomGenerator(seed).Permutation(count));
    });
}
