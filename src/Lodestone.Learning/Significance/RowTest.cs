using Lodestone.Data;

namespace Lodestone.Learning.Significance;

/// <summary>
/// Whether the mean of a difference, measured once a row, is other than zero. It takes the two models as they are: it says nothing of what other
/// training rows or another seed would have made of them. Rows are taken as independent.
/// </summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Mean">Mean difference.</param>
/// <param name="Low">Lower end of its 95 % interval: percentiles of the bootstrap (Efron, Ann. Statist. 7, 1, 1979).</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="PValue">Two-sided, of the sign-flip permutation test: (1 + flips with as large a mean) / (1 + flips)
/// (Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 9, 39, 2010).</param>
public sealed record RowTest(int Rows, double Mean, double Low, double High, double PValue)
{
    /// <summary>How often the rows are drawn anew, and how often the signs are flipped.</summary>
    public const int Rounds = 10_000;

    private const double LowerQuantile = 0.025;

    /// <summary>Tests.</summary>
    /// <param name="differences">One a row; at least one.</param>
    /// <param name="seeds">Equal seeds give equal results.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static RowTest Of(IReadOnlyList<double> differences, Seeds seeds)
    {
        double[] rows = [.. differences];
        if (rows.Length == 0) throw new ArgumentException("The test needs at least one row.", nameof(differences));
        double[] means = Bootstrap(rows, seeds.For("bootstrap").Generator());
        int tail = (int)Math.Round(LowerQuantile * (Rounds - 1));
        return new RowTest(rows.Length, rows.Average(), means[tail], means[^(tail + 1)], SignFlip(rows, seeds.For("signs").Generator()));
    }

    private static double[] Bootstrap(double[] rows, RandomGenerator generator)
    {
        var means = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            double sum = 0;
            for (int i = 0; i < rows.Length; i++) sum += rows[generator.Next(rows.Length)];
            means[round] = sum / rows.Length;
        }
        Array.Sort(means);
        return means;
    }

    private static double SignFlip(double[] rows, RandomGenerator generator)
    {
        const int bits = 64;
        double observed = Math.Abs(rows.Sum());
        // Sums in another order differ in their last digits; a flip that changes nothing must still count.
        double threshold = observed - 1e-12 * rows.Sum(Math.Abs);
        int asLarge = 0;
        for (int round = 0; round < Rounds; round++)
        {
            double sum = 0;
            ulong signs = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                if (i % bits == 0) signs = generator.NextUInt64();
                sum += (signs & 1) == 0 ? rows[i] : -rows[i];
                signs >>= 1;
            }
            if (Math.Abs(sum) >= threshold) asLarge++;
        }
        return (1.0 + asLarge) / (1 + Rounds);
    }
}
