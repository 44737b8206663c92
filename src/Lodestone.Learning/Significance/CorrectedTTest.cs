using MathNet.Numerics.Distributions;

namespace Lodestone.Learning.Significance;

/// <summary>
/// Whether the mean of a difference, measured once a fold, is other than zero: the corrected resampled t-test. The folds share most of their
/// training rows, so their differences are not independent and a plain t-test finds too much; here the variance of the mean is
/// (1/k + n_test/n_train)·s² in place of s²/k, with k − 1 degrees of freedom (Nadeau and Bengio, Mach. Learn. 52, 239, 2003).
/// </summary>
/// <param name="Folds">Number k of folds.</param>
/// <param name="Mean">Mean difference.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="PValue">Two-sided: how often a difference this large or larger would arise if there were none.</param>
public sealed record CorrectedTTest(int Folds, double Mean, double Low, double High, double PValue)
{
    private const double UpperQuantile = 0.975;

    /// <summary>Tests.</summary>
    /// <param name="differences">One a fold; at least two.</param>
    /// <param name="testOverTrain">Number of held-out rows over number of training rows of a fold; 1/(k − 1) for plain k-fold.</param>
    /// <exception cref="ArgumentException">There are fewer than two folds.</exception>
    public static CorrectedTTest Of(IReadOnlyList<double> differences, double testOverTrain)
    {
        int k = differences.Count;
        if (k < 2) throw new ArgumentException($"The test needs at least two folds, not {k}.", nameof(differences));
        double mean = differences.Average();
        double variance = differences.Sum(d => (d - mean) * (d - mean)) / (k - 1);
        double error = Math.Sqrt((1.0 / k + testOverTrain) * variance);
        double half = StudentT.InvCDF(0, 1, k - 1, UpperQuantile) * error;
        double p = error > 0 ? 2 * StudentT.CDF(0, 1, k - 1, -Math.Abs(mean) / error) : mean == 0 ? 1 : 0;
        return new CorrectedTTest(k, mean, mean - half, mean + half, p);
    }
}
