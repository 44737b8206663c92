namespace Lodestone.Models.Forest;

/// <summary>The training values of one output in one leaf: each value once, ascending, with the share of the weight at or below it.</summary>
internal sealed class LeafValues
{
    private readonly float[] _values;
    private readonly double[] _shares;

    /// <summary>Takes over values and weights, at least one.</summary>
    public LeafValues(float[] values, double[] weights)
    {
        Array.Sort(values, weights);
        int last = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] == values[last])
            {
                weights[last] += weights[i];
                continue;
            }

            last++;
            (values[last], weights[last]) = (values[i], weights[i]);
        }

        _values = values[..(last + 1)];
        _shares = weights[..(last + 1)];
        double total = _shares.Sum(), below = 0;
        for (int i = 0; i <= last; i++) Mean += _shares[i] / total * _values[i];
        for (int i = 0; i <= last; i++)
        {
            Variance += _shares[i] / total * (_values[i] - Mean) * (_values[i] - Mean);
            below += _shares[i];
            _shares[i] = below / total;
        }
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The variance.</summary>
    public double Variance { get; }

    /// <summary>The smallest value.</summary>
    public float Smallest => _values[0];

    /// <summary>The largest value.</summary>
    public float Largest => _values[^1];

    /// <summary>The share of the weight at or below a value.</summary>
    public double ShareUpTo(float value)
    {
        int found = _values.AsSpan().BinarySearch(value);
        int last = found < 0 ? ~found - 1 : found;
        return last < 0 ? 0 : _shares[last];
    }
}
