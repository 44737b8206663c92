using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lodestone.Learning.Training;

/// <summary>Encoded materials with the values of their targets, some of which may be missing.</summary>
/// <typeparam name="TBatch">What the encoder makes; every sample is a batch of one.</typeparam>
public sealed class TrainingSet<TBatch>
{
    private readonly double?[,] _values;
    private readonly int[]? _firstSite;

    /// <summary>Gathers samples; nothing is copied.</summary>
    /// <param name="samples">One a material.</param>
    /// <param name="values">[rows, targets] in the units of the targets; null where missing.</param>
    /// <param name="firstSite">For values of sites: the first row of each material, and the number of rows at the end: [materials + 1]. Null where
    /// each material has one row.</param>
    /// <exception cref="ArgumentException">The counts differ, or a value is not finite.</exception>
    public TrainingSet(IReadOnlyList<TBatch> samples, double?[,] values, int[]? firstSite = null)
    {
        if ((firstSite is null ? samples.Count : firstSite[^1]) != values.GetLength(0) || (firstSite is not null && firstSite.Length != samples.Count + 1))
            throw new ArgumentException($"There are {samples.Count} samples and {values.GetLength(0)} rows of values.", nameof(values));
        foreach (double? value in values)
            if (value is { } number && !double.IsFinite(number))
                throw new ArgumentException("A value is not finite; a missing value is null.", nameof(values));
        Samples = samples;
        _values = values;
        _firstSite = firstSite;
        LabelledRows = [.. Enumerable.Range(0, Count).Where(HasValue)];
    }

    /// <summary>The samples.</summary>
    public IReadOnlyList<TBatch> Samples { get; }

    /// <summary>Number of materials.</summary>
    public int Count => Samples.Count;

    /// <summary>Number of targets.</summary>
    public int Targets => _values.GetLength(1);

    /// <summary>Whether there is a row of values for each site of a material, instead of one for the material.</summary>
    public bool OfSites => _firstSite is not null;

    /// <summary>The materials with at least one value, ascending; the others teach nothing and are passed over.</summary>
    public IReadOnlyList<int> LabelledRows { get; }

    /// <summary>The rows of values of a material: the first, and how many there are.</summary>
    public (int First, int Count) RowsOf(int material) =>
        _firstSite is null ? (material, 1) : (_firstSite[material], _firstSite[material + 1] - _firstSite[material]);

    /// <summary>The value of a target; null where missing.</summary>
    public double? this[int row, int target] => _values[row, target];

    /// <summary>The present values of a target, for fitting its scaler.</summary>
    public IEnumerable<double> Present(int target)
    {
        for (int row = 0; row < _values.GetLength(0); row++)
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
        if (_firstSite is not null) hash.AppendData(MemoryMarshal.AsBytes(_firstSite.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private bool HasValue(int material)
    {
        var (first, count) = RowsOf(material);
        return Enumerable.Range(first, count).Any(row => Enumerable.Range(0, Targets).Any(target => _values[row, target] is not null));
    }
}
