namespace Lodestone.Learning.Uncertainty;

/// <summary>
/// Split-conformal intervals of normalized residuals: μ ± q(σ+ε), where q is the ⌈(n+1)(1−α)⌉-th smallest score |y−μ|/(σ+ε) of n rows that
/// the model was not trained on. On rows exchangeable with those, the interval holds the truth with a probability of at least 1−α, whatever
/// the model and the distribution (Papadopoulos et al., ECML 2002; Lei et al., J. Am. Stat. Assoc. 113 (2018) 1094; Angelopoulos and Bates,
/// arXiv 2107.07511, §2.3).
/// </summary>
/// <remarks>
/// Equal scores are not broken at random, so ties (such as the many exact zeros of a zero-inflated target) make the coverage larger than 1−α,
/// never smaller. Clipping the interval at the smallest possible value loses no truth.
/// </remarks>
/// <param name="Quantile">The score q: a pure number, or in the unit of the target where the model gives no deviation.</param>
/// <param name="Offset">The stabilizer ε, in the unit of the target; 1 where the model gives no deviation.</param>
/// <param name="Alpha">The allowed share of misses; 0.1 for 90 % intervals.</param>
/// <param name="Count">The number n of calibration rows.</param>
public sealed record ConformalCalibration(double Quantile, double Offset, double Alpha, int Count)
{
    /// <summary>The allowed share of misses of the intervals that Lodestone reports.</summary>
    public const double DefaultAlpha = 0.1;

    /// <summary>Calibrates on rows that the model was not trained on.</summary>
    /// <param name="truths">True values, one a row, finite.</param>
    /// <param name="estimates">The estimates of the model for the same rows.</param>
    /// <param name="alpha">The allowed share of misses, in (0, 1).</param>
    /// <param name="offset">The stabilizer ε, positive; without it, a tenth of the mean deviation of these rows, or 1 where all deviations are zero,
    /// which leaves plain absolute residuals.</param>
    /// <returns>Null where the rows are too few for any finite interval: n below 1/α − 1, which is 9 rows at 90 %.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a parameter is out of its range.</exception>
    public static ConformalCalibration? Fit(
        IReadOnlyList<double> truths, IReadOnlyList<Estimate> estimates, double alpha = DefaultAlpha, double? offset = null)
    {
        if (truths.Count != estimates.Count)
            throw new ArgumentException($"There are {truths.Count} truths and {estimates.Count} estimates.", nameof(estimates));
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The share of misses lies between 0 and 1.");
        if (offset <= 0) throw new ArgumentOutOfRangeException(nameof(offset), offset, "The stabilizer is positive.");

        int n = truths.Count;
        int rank = Rank(n, alpha);
        if (rank > n) return null;
        double epsilon = offset ?? DefaultOffset(estimates);
        double[] scores = [.. truths.Zip(estimates, (truth, e) => Math.Abs(truth - e.Mean) / (e.Deviation + epsilon)).Order()];
        return new ConformalCalibration(scores[rank - 1], epsilon, alpha, n);
    }

    /// <summary>The interval of an estimate.</summary>
    /// <param name="estimate">An estimate of the model that was calibrated.</param>
    /// <param name="minimum">The smallest possible value of the target, if there is one; the interval is cut there.</param>
    public Interval Interval(Estimate estimate, double? minimum = null)
    {
        double half = Quantile * (estimate.Deviation + Offset);
        double floor = minimum ?? double.NegativeInfinity;
        return new Interval(Math.Max(estimate.Mean - half, floor), Math.Max(estimate.Mean + half, floor));
    }

    /// <summary>⌈(n+1)(1−α)⌉, safe against a product that rounding lifts just above a whole number.</summary>
    private static int Rank(int n, double alpha) => (int)Math.Ceiling((n + 1) * (1 - alpha) - 1e-9);

    private static double DefaultOffset(IReadOnlyList<Estimate> estimates)
    {
        double mean = estimates.Average(estimate => estimate.Deviation);
        return mean > 0 ? mean / 10 : 1;
    }
}
