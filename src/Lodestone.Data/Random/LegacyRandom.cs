namespace Lodestone.Data.Random;

/// <summary>
/// The numbers of NumPy's <c>RandomState</c>, whose stream is frozen (NEP 19), bit for bit: data sets and splits that were published as a
/// seed can be made again. Our own randomness comes from <see cref="RandomGenerator"/>. Not for use by several threads at once.
/// </summary>
/// <param name="seed">The seed, as in <c>numpy.random.seed</c>.</param>
public sealed class LegacyRandom(uint seed)
{
    private readonly MersenneTwister _bits = new(seed);
    private double? _secondNormal;

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³: <c>random_sample</c>, <c>rand</c>.</summary>
    public double NextDouble()
    {
        uint high = _bits.NextUInt32() >> 5, low = _bits.NextUInt32() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>A standard normal number: <c>randn</c>, <c>standard_normal</c>. The polar method, which makes two at a time and gives the
    /// second of a pair first (G. Marsaglia and T. A. Bray, SIAM Rev. 6, 260 (1964)).</summary>
    public double NextNormal()
    {
        if (_secondNormal is { } second)
        {
            _secondNormal = null;
            return second;
        }

        double x1, x2, square;
        do
        {
            x1 = 2 * NextDouble() - 1;
            x2 = 2 * NextDouble() - 1;
            square = x1 * x1 + x2 * x2;
        }
        while (square is >= 1 or 0);
        double factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _secondNormal = factor * x1;
        return factor * x2;
    }

    /// <summary>A whole number from 0 up to, not including, a bound, each equally likely: <c>randint</c>, and <c>choice</c> without
    /// probabilities. Bits beyond the bound's are masked; what is still too large is drawn again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        uint largest = (uint)bound - 1;
        if (largest == 0) return 0;
        uint mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(largest), value;
        do value = _bits.NextUInt32() & mask;
        while (value > largest);
        return (int)value;
    }

    /// <summary>An index, each as likely as its probability: <c>choice</c> with <c>p</c>.</summary>
    /// <param name="probabilities">One a choice; scaled to a sum of 1.</param>
    /// <exception cref="ArgumentException">There is none, one is negative or not finite, or all are zero.</exception>
    public int Choose(ReadOnlySpan<double> probabilities)
    {
        Span<double> cumulative = probabilities.Length <= 64 ? stackalloc double[probabilities.Length] : new double[probabilities.Length];
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (!(probabilities[i] >= 0)) throw new ArgumentException("A probability is negative or no number.", nameof(probabilities));
            cumulative[i] = sum += probabilities[i];
        }

        if (!(sum > 0 && double.IsFinite(sum))) throw new ArgumentException("The probabilities have no positive, finite sum.", nameof(probabilities));
        double drawn = NextDouble();
        int choice = 0;
        while (cumulative[choice] / sum <= drawn) choice++;
        return choice;
    }

    /// <summary>Puts the items in a random order: <c>shuffle</c>.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The numbers 0 … <paramref name="count"/> − 1 in a random order: <c>permutation</c>.</summary>
    public int[] Permutation(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        Shuffle<int>(items);
        return items;
    }
}
