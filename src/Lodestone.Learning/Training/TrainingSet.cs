using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lodestone.Learning.Training;

/// <summary>Encoded materials with the values of their targets, some of which may be missing.</summary>
/// <typeparam name="TBatch">What the encoder makes; every sample is a batch of one.</typeparam>
public sealed class TrainingSet<TBatch>
{
    private readonly double?[,] _values;

    /// <summary>Gathers samples; nothing is copied.</summary>
    /// <param name="samples">One a material.</param>
    /// <param name="values">[materials, targets] in the units of the targets; null where missing.</param>
    /// <exception cref="ArgumentException">The counts differ, or a value is not finite.</exception>
    public TrainingSet(IReadOnlyList<TBatch> samples, double?[,] values)
    {
        if (samples.Count != values.GetLength(0))
            throw new ArgumentException($"There are {samples.Count} samples and {values.GetLength(0)} rows of values.", nameof(values));
        foreach (double? value in values)
            if (value is { } number && !double.IsFinite(number))
                throw new ArgumentException("A value is not finite; a missing value is null.", nameof(values));
        Samples = samples;
        _values = values;
        LabelledRows =
            [.. Enumerable.Range(0, Count).Where(row => Enumerable.Range(0, Targets).Any(target => values[row, target] is not null))];
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<TBatch> Samples { get; }

    /// <summary>Number of materials.</summary>
    public int Count => Samples.Count;

    /// <summary>Number of targets.</summary>
    public int Targets => _values.GetLength(1);

    /// <summary>The rows with at least one value, ascending; the others teach nothing and are passed over.</summary>
    public IReadOnlyList<int> LabelledRows { get; }

    /// <summary>The value of a target; null where missing.</summary>
    public double? this[int row, int target] => _values[row, target];

    /// <summary>The present values of a target, for fitting its scaler.</summary>
    public IEnumerable<double> Present(int target)
    {
        for (int row = 0; row < Count; row++)
            if (_values[row, target] is { } value)
                yield return value;
    }

    /// <summary>SHA-256 of the values and where they are missing.</summary>
    internal string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<double> cell = stackalloc double[2];
        foreach (double? value in _values)
        {
            (cell[0], cell[1]) = value is { } number ? (1, number) : (0, 0);
            hash.AppendData(MemoryMarshal.AsBytes(cell));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
