using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Splits;

/// <summary>Rows for training, validation and test, by index; every row is in exactly one part, and each part is in increasing order.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to choose and to calibrate with.</param>
/// <param name="Test">Rows to report on, once.</param>
public sealed record Split(ImmutableArray<int> Train, ImmutableArray<int> Validation, ImmutableArray<int> Test)
{
    /// <summary>Every row by chance.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="fractions">Sizes of the parts.</param>
    /// <param name="seeds">Equal seeds give equal splits.</param>
    public static Split Random(int count, SplitFractions fractions, Seeds seeds)
    {
        int[] order = seeds.For("split").Generator().Permutation(count);
        (int validation, int test) = fractions.Of(count);
        return new Split(Sorted(order[(test + validation)..]), Sorted(order[test..(test + validation)]), Sorted(order[..test]));
    }

    /// <summary>Rows of the same reduced formula are never in two parts.</summary>
    /// <inheritdoc cref="ByGroup"/>
    public static Split ByFormula(IReadOnlyList<Material> materials, SplitFractions fractions, Seeds seeds) =>
        ByGroup([.. materials.Select(material => material.Composition.ReducedFormula)], fractions, seeds);

    /// <summary>Rows with the same set of elements are never in two parts.</summary>
    /// <inheritdoc cref="ByGroup"/>
    public static Split ByChemicalSystem(IReadOnlyList<Material> materials, SplitFractions fractions, Seeds seeds) =>
        ByGroup([.. materials.Select(material => material.Composition.ChemicalSystem)], fractions, seeds);

    /// <summary>
    /// Rows of one group are never in two parts. The groups are taken in random order; each goes to the test part if it still fits there,
    /// else to the validation part if it fits there, else to training: no part but training is larger than asked.
    /// </summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="fractions">Sizes of the parts.</param>
    /// <param name="seeds">Equal seeds give equal splits.</param>
    public static Split ByGroup(IReadOnlyList<string> groups, SplitFractions fractions, Seeds seeds)
    {
        int[][] members = [.. Enumerable.Range(0, groups.Count).GroupBy(row => groups[row], StringComparer.Ordinal).Select(group => group.ToArray())];
        seeds.For("split").Generator().Shuffle<int[]>(members);
        (int validationRoom, int testRoom) = fractions.Of(groups.Count);
        List<int> train = [], validation = [], test = [];
        foreach (int[] group in members)
        {
            List<int> part = test.Count + group.Length <= testRoom ? test
                : validation.Count + group.Length <= validationRoom ? validation : train;
            part.AddRange(group);
        }
        return new Split(Sorted(train), Sorted(validation), Sorted(test));
    }

    /// <summary>The part that a column names: <c>train</c>, <c>val</c> (<c>valid</c>, <c>validation</c>) or <c>test</c>; or 0, 1, 2.</summary>
    /// <param name="materials">The rows.</param>
    /// <param name="column">The property with the name of the part.</param>
    /// <exception cref="InputException">A row has no such name there.</exception>
    public static Split ByColumn(IReadOnlyList<Material> materials, string column = "split")
    {
        List<int>[] parts = [[], [], []];
        for (int row = 0; row < materials.Count; row++)
        {
            string? text = materials[row].Properties.GetValueOrDefault(column);
            int part = text?.Trim().ToLowerInvariant() switch
            {
                "train" or "training" or "0" => 0,
                "val" or "valid" or "validation" or "1" => 1,
                "test" or "2" => 2,
                null => throw new InputException($"'{materials[row].Id}' has no '{column}', which must say train, val or test for every row."),
                _ => throw new InputException($"'{materials[row].Id}' has '{text}' in '{column}', which must be train, val or test (or 0, 1, 2)."),
            };
            parts[part].Add(row);
        }
        return new Split([.. parts[0]], [.. parts[1]], [.. parts[2]]);
    }

    /// <summary>The earliest rows for training, the latest for test. Rows of the same time are never in two parts.</summary>
    /// <param name="materials">The rows.</param>
    /// <param name="column">The property with the time: numbers, or dates as ISO 8601 writes them (<c>2024-05-31</c>).</param>
    /// <param name="fractions">Sizes of the parts; ties at a border go to the earlier part.</param>
    /// <exception cref="InputException">A row has no time.</exception>
    public static Split ByTime(IReadOnlyList<Material> materials, string column, SplitFractions fractions)
    {
        string[] times = [.. materials.Select(material => material.Properties.GetValueOrDefault(column)
            ?? throw new InputException($"'{material.Id}' has no '{column}', by which the rows are to be ordered."))];
        double?[] numbers = [.. materials.Select(material => material.Number(column))];
        IComparer<int> byTime = numbers.All(number => number.HasValue)
            ? Comparer<int>.Create((a, b) => numbers[a]!.Value.CompareTo(numbers[b]!.Value))
            : Comparer<int>.Create((a, b) => string.CompareOrdinal(times[a], times[b]));
        int[] order = [.. Enumerable.Range(0, materials.Count).Order(byTime)];
        (int validation, int test) = fractions.Of(order.Length);
        int first = PastTies(order, byTime, order.Length - test - validation);
        int second = PastTies(order, byTime, Math.Max(first, order.Length - test));
        return new Split(Sorted(order[..first]), Sorted(order[first..second]), Sorted(order[second..]));
    }

    private static int PastTies(int[] order, IComparer<int> byTime, int border)
    {
        while (border > 0 && border < order.Length && byTime.Compare(order[border - 1], order[border]) == 0) border++;
        return border;
    }

    private static ImmutableArray<int> Sorted(IEnumerable<int> rows) => [.. rows.Order()];
}
