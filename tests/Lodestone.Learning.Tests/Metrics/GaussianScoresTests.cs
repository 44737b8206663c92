using CsCheck;
using Lodestone.Learning.Metrics;
using MathNet.Numerics.Distributions;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class GaussianScoresTests
{
    [Fact]
    public void Likelihood_is_that_of_the_normal_density() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], Gen.Double[0.1, 3]).Sample((truth, mean, deviation) =>
            Assert.Equal(-Normal.PDFLn(mean, deviation, truth), GaussianScores.NegativeLogLikelihood(truth, mean, deviation), 9));

    [Fact]
    public void Crps_is_the_integral_of_its_definition() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-1, 1], Gen.Double[0.2, 2]).Sample((truth, mean, deviation) =>
        {
            // ∫ (F(x) − 1[x ≥ y])² dx by the midpoint rule.
            const int Steps = 20_000;
            double low = -20, step = 40.0 / Steps, sum = 0;
            for (int i = 0; i < Steps; i++)
            {
                double x = low + (i + 0.5) * step, f = Normal.CDF(mean, deviation, x) - (x >= truth ? 1 : 0);
                sum += f * f * step;
            }
            Assert.Equal(sum, GaussianScores.RankedProbability(truth, mean, deviation), 2e-3);
        }, iter: 20);

    [Fact]
    public void Crps_tends_to_the_absolute_error()
    {
        Assert.Equal(2, GaussianScores.RankedProbability(3, 1, 0));
        Assert.Equal(2, GaussianScores.RankedProbability(3, 1, 1e-9), 6);
    }
}
