using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors;

/// <summary>Materials × descriptors. Here, and only in such a matrix of numbers, NaN marks what is missing.</summary>
public sealed class DescriptorTable
{
    private readonly double[] _values;

    private DescriptorTable(
        ImmutableArray<Material> materials, ImmutableArray<Descriptor> descriptors, double[] values, ImmutableArray<DescriptorFailure> failures)
    {
        Materials = materials;
        Descriptors = descriptors;
        _values = values;
        Failures = failures;
    }

    /// <summary>The rows, in the order in which they were given.</summary>
    public ImmutableArray<Material> Materials { get; }

    /// <summary>The columns.</summary>
    public ImmutableArray<Descriptor> Descriptors { get; }

    /// <summary>The materials that cannot be described, by row; their rows hold NaN.</summary>
    public ImmutableArray<DescriptorFailure> Failures { get; }

    /// <summary>[materials, descriptors], row by row.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>[descriptors]: the numbers of a material.</summary>
    /// <param name="row">Row, from 0.</param>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Descriptors.Length, Descriptors.Length);

    /// <summary>A number, NaN where it is missing.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public double this[int row, int column] => Row(row)[column];

    /// <summary>Describes materials in parallel. The result does not depend on the number of threads.</summary>
    /// <param name="materials">The rows.</param>
    /// <param name="set">What to compute.</param>
    /// <param name="threads">Number of threads; 0 takes all processors.</param>
    /// <param name="described">Called after each material, from any thread.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The table would have more than 2³¹ numbers.</exception>
    public static DescriptorTable Of(
        IReadOnlyList<Material> materials, DescriptorSet set, int threads = 0, Action? described = null, CancellationToken cancellation = default)
    {
        int columns = set.Descriptors.Count;
        if ((long)materials.Count * columns > Array.MaxLength)
            throw new InputException($"{materials.Count} materials with {columns} descriptors each are too many for one table; describe them in parts.");
        double[] values = new double[materials.Count * columns];
        string?[] reasons = new string?[materials.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancellation };
        Parallel.For(0, materials.Count, options, row =>
        {
            Span<double> target = values.AsSpan(row * columns, columns);
            try
            {
                set.Describe(materials[row], target);
            }
            catch (Exception e) when (Fault.IsOfOneEntry(e))
            {
                target.Fill(double.NaN);
                reasons[row] = Fault.Reason(e);
            }

            described?.Invoke();
        });
        return new DescriptorTable([.. materials], [.. set.Descriptors], values, [.. FailuresOf(materials, reasons)]);
    }

    private static IEnumerable<DescriptorFailure> FailuresOf(IReadOnlyList<Material> materials, string?[] reasons)
    {
        for (int row = 0; row < reasons.Length; row++)
            if (reasons[row] is { } reason) yield return new DescriptorFailure(row, materials[row].Id, reason);
    }
}
