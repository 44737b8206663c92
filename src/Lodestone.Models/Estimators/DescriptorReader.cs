using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;

namespace Lodestone.Models.Estimators;

/// <summary>Turns materials into rows of selected descriptors.</summary>
internal sealed class DescriptorReader
{
    private const int MostDigits = 7;

    private readonly DescriptorSet _set;
    private readonly int[] _columns;
    private readonly int? _digits;

    /// <summary>Prepares the descriptors.</summary>
    /// <param name="set">The set.</param>
    /// <param name="selected">Which descriptors of it, by name; all if there is none.</param>
    /// <param name="digits">To how many digits they are rounded; null for no rounding.</param>
    /// <exception cref="InputException">The set has no descriptor of a name, a name is given twice, or there is no such rounding.</exception>
    public DescriptorReader(DescriptorSet set, IReadOnlyList<string> selected, int? digits = null)
    {
        if (digits is < 1 or > MostDigits)
            throw new InputException($"Descriptors cannot be rounded to {digits} digits; give 1 to {MostDigits}, or leave 'significant_digits' out.");
        _set = set;
        _digits = digits;
        string[] all = [.. set.Descriptors.Select(descriptor => descriptor.Name)];
        Names = selected.Count == 0 ? all : selected;
        _columns = [.. Names.Select(name => Array.IndexOf(all, name))];
        int unknown = Array.IndexOf(_columns, -1);
        if (unknown >= 0)
            throw new InputException($"The set '{set.Name}' has no descriptor '{Names[unknown]}'; choose other descriptors, or train the model again with this version of Lodestone.");
        if (_columns.Distinct().Count() < _columns.Length)
            throw new InputException($"The descriptor '{Names.GroupBy(name => name).First(group => group.Count() > 1).Key}' is selected twice; name it once.");
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Describes materials in parallel, keeping their order.</summary>
    /// <returns>One row a material, and for each that cannot be described the reason; its row holds NaN.</returns>
    public (DataMatrix Rows, string?[] Failures) Read(IReadOnlyList<Material> materials, CancellationToken cancellation)
    {
        DescriptorTable table = DescriptorTable.Of(materials, _set, cancellation: cancellation);
        var rows = new DataMatrix(materials.Count, _columns.Length);
        var failures = new string?[materials.Count];
        foreach (DescriptorFailure failure in table.Failures)
            failures[failure.Row] = failure.Reason;
        for (int row = 0; row < materials.Count; row++)
        {
            ReadOnlySpan<double> values = table.Row(row);
            for (int i = 0; i < _columns.Length; i++)
            {
                rows[row, i] = (float)Round(values[_columns[i]]);
                if (float.IsInfinity(rows[row, i])) failures[row] ??= $"The descriptor '{Names[i]}' is too large a number for this material.";
            }
        }
        return (rows, failures);
    }

    private double Round(double value)
    {
        if (_digits is not { } digits || !double.IsFinite(value)) return value;
        double size = Math.Abs(value);
        if (size < Math.Pow(10, 1 - digits)) return 0;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(size)) + 1 - digits);
        return Math.Round(value / unit) * unit;
    }
}
