using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data;

/// <summary>Materials × targets, with missing values. The unit of a target is part of its name.</summary>
public sealed class PropertyTable
{
    private readonly ImmutableArray<ImmutableArray<double?>> _columns;

    private PropertyTable(
        ImmutableArray<Material> materials, ImmutableArray<string> targets, ImmutableArray<ImmutableArray<double?>> columns, ImmutableArray<MaterialReading> failures)
    {
        Materials = materials;
        Targets = targets;
        _columns = columns;
        Failures = failures;
    }

    /// <summary>The rows, in the order of their source.</summary>
    public ImmutableArray<Material> Materials { get; }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Targets { get; }

    /// <summary>What could not be read, in the order of the source.</summary>
    public ImmutableArray<MaterialReading> Failures { get; }

    /// <summary>A value, or null where it is missing.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="target">Column, from 0.</param>
    public double? this[int row, int target] => _columns[target][row];

    /// <summary>All values of a target, one a row.</summary>
    /// <exception cref="ArgumentException">There is no such target.</exception>
    public ImmutableArray<double?> Column(string target)
    {
        int index = Targets.IndexOf(target);
        return index >= 0 ? _columns[index] : throw new ArgumentException($"There is no target '{target}' in the table.", nameof(target));
    }

    /// <summary>How the values of a target are distributed.</summary>
    /// <exception cref="ArgumentException">There is no such target.</exception>
    public TargetSummary Summarize(string target) => TargetSummary.Of(target, Column(target));

    /// <summary>Reads all materials of a source with the values of some targets.</summary>
    /// <param name="readings">The source, or a part of it.</param>
    /// <param name="targets">Names of properties.</param>
    /// <exception cref="InputException">No material was read, a target is a property of none, or its values are no numbers.</exception>
    public static PropertyTable Of(IEnumerable<MaterialReading> readings, params IReadOnlyList<string> targets)
    {
        var materials = ImmutableArray.CreateBuilder<Material>();
        var failures = ImmutableArray.CreateBuilder<MaterialReading>();
        foreach (MaterialReading reading in readings)
        {
            if (reading.Material is { } material) materials.Add(material);
            else failures.Add(reading);
        }
        if (materials.Count == 0)
        {
            throw new InputException(failures.Count == 0
                ? "The data hold no material."
                : $"None of the {failures.Count} entries could be read; the first: {failures[0].Failure}");
        }
        var columns = targets.Select(target => Values(materials, target)).ToImmutableArray();
        return new PropertyTable(materials.ToImmutable(), [.. targets], columns, failures.ToImmutable());
    }

    private static ImmutableArray<double?> Values(IReadOnlyList<Material> materials, string target)
    {
        ImmutableArray<double?> values = [.. materials.Select(material => material.Number(target))];
        if (values.Any(value => value.HasValue)) return values;
        string? text = materials.Select(material => material.Properties.GetValueOrDefault(target)).FirstOrDefault(value => value is not null);
        if (text is not null) throw new InputException($"The target '{target}' holds no number; its first value is '{text}'.");
        string known = string.Join(", ", materials.SelectMany(material => material.Properties.Keys).Distinct().Order(StringComparer.Ordinal));
        throw new InputException($"No entry has the target '{target}'; the properties in the data are: {(known.Length > 0 ? known : "none")}.");
    }
}
