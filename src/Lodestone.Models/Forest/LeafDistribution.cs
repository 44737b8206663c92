namespace Lodestone.Models.Forest;

/// <summary>The distribution of the training values in one leaf of each tree, every tree with the same weight.</summary>
public sealed class LeafDistribution
{
    private readonly LeafValues[] _leaves;

    /// <summary>Joins leaves.</summary>
    internal LeafDistribution(LeafValues[] leaves)
    {
        _leaves = leaves;
    }

    /// <summary>Sum of the weights: the number of trees that have a value.</summary>
    public double Weight => _leaves.Length;

    /// <summary>The mean; NaN where there is no value.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            foreach (LeafValues leaf in _leaves) sum += leaf.Mean;
            return sum / Weight;
        }
    }

    /// <summary>The variance, within the leaves and between them; NaN where there is no value.</summary>
    public double Variance
    {
        get
        {
            double mean = Mean, sum = 0;
            foreach (LeafValues leaf in _leaves) sum += leaf.Variance + (leaf.Mean - mean) * (leaf.Mean - mean);
            return sum / Weight;
        }
    }

    /// <summary>The smallest value below or at which a share of the weight lies; NaN where there is no value.</summary>
    /// <param name="share">From 0 to 1; 0.5 for the median.</param>
    public double Quantile(double share)
    {
        if (_leaves.Length == 0) return double.NaN;
        int low = int.MaxValue, high = int.MinValue;
        foreach (LeafValues leaf in _leaves)
        {
            low = Math.Min(low, Place(leaf.Smallest));
            high = Math.Max(high, Place(leaf.Largest));
        }

        // Thirds and sevenths of trees do not add up exactly.
        double enough = share * Weight * (1 - 1e-12);
        while (low < high)
        {
            int middle = (int)(((long)low + high) >> 1);
            if (WeightUpTo(At(middle)) >= enough) high = middle;
            else low = middle + 1;
        }

        return At(low);
    }

    private double WeightUpTo(float value)
    {
        double sum = 0;
        foreach (LeafValues leaf in _leaves) sum += leaf.ShareUpTo(value);
        return sum;
    }

    /// <summary>The place of a number in the order of all numbers of single precision, 0 for zero.</summary>
    private static int Place(float value) => Mirror(BitConverter.SingleToInt32Bits(value));

    private static float At(int place) => BitConverter.Int32BitsToSingle(Mirror(place));

    private static int Mirror(int bits) => bits >= 0 ? bits : int.MinValue - bits;
}
