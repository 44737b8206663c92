namespace Lodestone.Models.Forest;

/// <summary>A discrete distribution: training values with weights.</summary>
public sealed class LeafDistribution
{
    private readonly float[] _values;
    private readonly double[] _weights;

    /// <summary>Takes over values and weights, and sorts them by value.</summary>
    internal LeafDistribution(float[] values, double[] weights)
    {
        Array.Sort(values, weights);
        _values = values;
        _weights = weights;
        Weight = weights.Sum();
    }

    /// <summary>Sum of the weights: the number of trees that have a value.</summary>
    public double Weight { get; }

    /// <summary>The mean; NaN where there is no value.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < _values.Length; i++) sum += _weights[i] * _values[i];
            return sum / Weight;
        }
    }

    /// <summary>The variance; NaN where there is no value.</summary>
    public double Variance
    {
        get
        {
            double mean = Mean, sum = 0;
            for (int i = 0; i < _values.Length; i++) sum += _weights[i] * (_values[i] - mean) * (_values[i] - mean);
            return sum / Weight;
        }
    }

    /// <summary>The smallest value below or at which a share of the weight lies; NaN where there is no value.</summary>
    /// <param name="share">From 0 to 1; 0.5 for the median.</param>
    public double Quantile(double share)
    {
        double sum = 0;
        for (int i = 0; i < _values.Length; i++)
        {
            sum += _weights[i];
            // Thirds and sevenths of trees do not add up exactly.
            if (sum >= share * Weight * (1 - 1e-12)) return _values[i];
        }
        return _values.Length == 0 ? double.NaN : _values[^1];
    }
}
