using MathNet.Numerics.Distributions;

namespace Lodestone.Learning.Metrics;

/// <summary>Proper scores of a Gaussian prediction against one observed value; smaller is better.</summary>
public static class GaussianScores
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Negative log-likelihood, ½ ln 2πσ² + (y−μ)²/2σ².</summary>
    /// <param name="truth">The observed value y.</param>
    /// <param name="mean">The predicted mean μ.</param>
    /// <param name="deviation">The predicted standard deviation σ; positive.</param>
    public static double NegativeLogLikelihood(double truth, double mean, double deviation)
    {
        double z = (truth - mean) / deviation;
        return HalfLogTwoPi + Math.Log(deviation) + 0.5 * z * z;
    }

    /// <summary>
    /// Continuous ranked probability score, σ[z(2Φ(z)−1) + 2φ(z) − 1/√π] with z = (y−μ)/σ (Gneiting &amp; Raftery, J. Am. Stat. Assoc. 102
    /// (2007) 359, eq. 21); its limit for σ = 0 is the absolute error.
    /// </summary>
    /// <param name="truth">The observed value y.</param>
    /// <param name="mean">The predicted mean μ.</param>
    /// <param name="deviation">The predicted standard deviation σ; zero or positive.</param>
    public static double RankedProbability(double truth, double mean, double deviation)
    {
        if (deviation == 0) return Math.Abs(truth - mean);
        double z = (truth - mean) / deviation;
        return deviation * (z * (2 * Normal.CDF(0, 1, z) - 1) + 2 * Normal.PDF(0, 1, z) - 1 / Math.Sqrt(Math.PI));
    }
}
