using CsCheck;
using Lodestone.Learning.Uncertainty;
using MathNet.Numerics.Distributions;

namespace Lodestone.Learning.Tests.Uncertainty;

public sealed class ConformalCalibrationTests
{
    [Fact]
    public void The_quantile_is_the_score_of_its_rank()
    {
        double[] truths = [.. Enumerable.Range(1, 19).Select(i => (double)i)];
        Estimate[] estimates = [.. truths.Select(_ => new Estimate(0, 0, 0, null))];
        ConformalCalibration calibration = ConformalCalibration.Fit(truths, estimates)!;
        Assert.Equal(18, calibration.Quantile);
        Assert.Equal(1, calibration.Offset);
        Assert.Equal(19, calibration.Count);
        Assert.Equal(new Interval(7 - 18, 7 + 18), calibration.Interval(new Estimate(7, 0, 0, null)));
    }

    [Fact]
    public void The_deviation_scales_the_interval()
    {
        var calibration = new ConformalCalibration(Quantile: 2, Offset: 0.5, Alpha: 0.1, Count: 100);
        Assert.Equal(new Interval(10 - 11, 10 + 11), calibration.Interval(new Estimate(10, 3, 4, null)));
        Assert.Equal(new Interval(0, 21), calibration.Interval(new Estimate(10, 3, 4, null), minimum: 0));
    }

    [Fact]
    public void The_stabilizer_is_a_tenth_of_the_mean_deviation() =>
        Assert.Equal(0.2, ConformalCalibration.Fit(new double[10], [.. Enumerable.Range(0, 10).Select(i => new Estimate(0, i % 2 == 0 ? 1 : 3, 0, null))])!.Offset, 12);

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void Too_few_rows_have_no_interval(int rows, bool enough) =>
        Assert.Equal(enough, ConformalCalibration.Fit(new double[rows], new Estimate[rows]) is not null);

    [Theory]
    [InlineData(0.1, 100)]
    [InlineData(0.3, 57)]
    public void Coverage_follows_its_beta_distribution(double alpha, int rows)
    {
        // Given the calibration rows, the coverage of a continuous score is Beta(k, n+1−k), k = ⌈(n+1)(1−α)⌉ (Vovk, ACML 2012, prop. 2a).
        const int Repeats = 2000;
        var random = new Random(7);
        double[] coverages = new double[Repeats];
        for (int r = 0; r < Repeats; r++)
        {
            (double[] truths, Estimate[] estimates) = Draw(random, rows);
            double q = ConformalCalibration.Fit(truths, estimates, alpha, offset: 0.1)!.Quantile;
            // The score is |σ·z| / (σ + 0.1) with σ = 1, so that its distribution is known.
            double z = q * 1.1;
            coverages[r] = Normal.CDF(0, 1, z) - Normal.CDF(0, 1, -z);
        }
        int k = (int)Math.Ceiling((rows + 1) * (1 - alpha));
        var beta = new Beta(k, rows + 1 - k);
        Assert.Equal(beta.Mean, coverages.Average(), 4 * beta.StdDev / Math.Sqrt(Repeats));
        Assert.True(coverages.Average() > 1 - alpha);
        foreach (double p in new[] { 0.1, 0.5, 0.9 })
            Assert.Equal(p, coverages.Count(c => c <= beta.InverseCumulativeDistribution(p)) / (double)Repeats, 0.03);
    }

    [Fact]
    public void A_zero_inflated_target_is_covered_and_its_ties_only_widen()
    {
        var random = new Random(11);
        (double, Estimate) Row()
        {
            double size = random.NextDouble();
            bool magnetic = random.NextDouble() < 0.2;
            double truth = magnetic ? size : 0;
            return (truth, new Estimate(magnetic ? Math.Max(0, size + Normal.Sample(random, 0, 0.2)) : 0, magnetic ? 0.2 : 0.01, 0, null));
        }
        double covered = 0;
        const int Repeats = 200, Fresh = 50;
        for (int r = 0; r < Repeats; r++)
        {
            (double Truth, Estimate Estimate)[] rows = [.. Enumerable.Range(0, 199).Select(_ => Row())];
            ConformalCalibration calibration = ConformalCalibration.Fit([.. rows.Select(row => row.Truth)], [.. rows.Select(row => row.Estimate)])!;
            for (int i = 0; i < Fresh; i++)
            {
                (double truth, Estimate estimate) = Row();
                Interval interval = calibration.Interval(estimate, minimum: 0);
                Assert.True(interval.Low >= 0 && interval.Low <= interval.High);
                if (interval.Low <= truth && truth <= interval.High) covered++;
            }
        }
        Assert.InRange(covered / (Repeats * Fresh), 0.89, 1);
    }

    [Fact]
    public void Units_do_not_matter() =>
        Gen.Select(Gen.Double[0.01, 100], Gen.Int[9, 60], Gen.Int).Sample((unit, rows, seed) =>
        {
            (double[] truths, Estimate[] estimates) = Draw(new Random(seed), rows);
            ConformalCalibration plain = ConformalCalibration.Fit(truths, estimates)!;
            ConformalCalibration scaled = ConformalCalibration.Fit(
                [.. truths.Select(y => y * unit)], [.. estimates.Select(e => new Estimate(e.Mean * unit, e.Aleatoric * unit, 0, null))])!;
            Assert.Equal(plain.Quantile, scaled.Quantile, plain.Quantile * 1e-9);
            Assert.Equal(plain.Offset * unit, scaled.Offset, scaled.Offset * 1e-9);
        });

    private static (double[] Truths, Estimate[] Estimates) Draw(Random random, int rows)
    {
        double[] means = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 10)];
        return ([.. means.Select(mean => Normal.Sample(random, mean, 1))], [.. means.Select(mean => new Estimate(mean, 1, 0, null))]);
    }
}
