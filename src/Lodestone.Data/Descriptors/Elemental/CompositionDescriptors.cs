using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>
/// The set <c>composition</c>: six statistics of each of 26 elemental properties over the atoms, norms of the stoichiometry, shares of the
/// valence electrons, and ionic character. It follows Ward et al., npj Comput. Mater. 2, 16028 (2016), with the elemental values of
/// <see cref="Element"/>. A descriptor is NaN where a property of an element is unknown.
/// </summary>
/// <remarks>With x the shares of the elements among the atoms: mean m = Σ x f, mean deviation = Σ x |f − m|. The mode is the value of the
/// most abundant element, the smallest one where several are equally abundant.</remarks>
public sealed class CompositionDescriptors : DescriptorSet
{
    private const string Ward = "Ward et al., npj Comput. Mater. 2, 16028 (2016).";
    private const string Pauling = "Pauling, The Nature of the Chemical Bond, 3rd ed. (1960); " + Ward;
    private const int Statistics = 6;

    private static readonly ImmutableArray<ElementalProperty> Properties = ElementalProperties.OfCompositions;
    private static readonly int[] Norms = [0, 2, 3, 5, 7, 10];
    private static readonly double[] Table = Flatten();

    private static readonly ElementalStatistic[] StatisticNames =
    [
        new("mean", "Mean of the {0} over the atoms"),
        new("mean_deviation", "Mean deviation from the mean of the {0} over the atoms"),
        new("range", "Range of the {0} over the elements"),
        new("min", "Smallest of the {0} over the elements"),
        new("max", "Largest of the {0} over the elements"),
        new("mode", "Value of the {0} of the most abundant element"),
    ];

    private static readonly ImmutableArray<Descriptor> All =
    [
        .. Properties.SelectMany(property => StatisticNames.Select(statistic => statistic.Of(property))),
        .. Norms.Select(p => new Descriptor($"stoichiometry_norm_{p}", "", NormMeaning(p), Ward)),
        .. "spdf".Select(shell => new Descriptor(
            $"{shell}_valence_fraction", "", $"Share of {shell} electrons among those beyond the noble-gas cores.", Ward)),
        new("max_ionic_character", "", "Largest ionic character 1 − exp(−Δχ²/4) of a pair of elements.", Pauling),
        new("mean_ionic_character", "", "Mean ionic character 1 − exp(−Δχ²/4) of two atoms drawn at random.", Pauling),
        new("can_be_neutral", "", "Whether one charge an element, from Shannon's table, can sum to zero: 1 or 0.",
            "Ward et al., npj Comput. Mater. 2, 16028 (2016); Shannon, Acta Crystallogr. A 32, 751 (1976)."),
    ];

    /// <summary>The set.</summary>
    public static CompositionDescriptors Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "composition";

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => All;

    /// <inheritdoc/>
    public override bool NeedsStructure => false;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        ImmutableArray<KeyValuePair<Element, double>> amounts = material.Composition.Amounts;
        double total = material.Composition.TotalAmount;
        Span<double> shares = stackalloc double[amounts.Length];
        Span<int> rows = stackalloc int[amounts.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = amounts[i].Value / total;
            rows[i] = amounts[i].Key.AtomicNumber * Properties.Length;
        }

        int next = 0;
        for (int property = 0; property < Properties.Length; property++, next += Statistics)
            DescribeProperty(Table.AsSpan(property), rows, shares, values.Slice(next, Statistics));
        foreach (int p in Norms) values[next++] = Norm(shares, p);
        next = DescribeShells(rows, shares, values, next);
        next = DescribeBonds(rows, shares, values, next);
        values[next] = ChargeBalance.IsPossible(amounts) ? 1 : 0;
    }

    private static void DescribeProperty(ReadOnlySpan<double> table, ReadOnlySpan<int> rows, ReadOnlySpan<double> shares, Span<double> result)
    {
        double mean = 0, low = double.PositiveInfinity, high = double.NegativeInfinity, mode = double.NaN, most = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double value = table[rows[i]];
            mean += shares[i] * value;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            if (shares[i] > most || (shares[i] == most && !(value >= mode))) (most, mode) = (shares[i], value);
        }

        double deviation = 0;
        for (int i = 0; i < rows.Length; i++) deviation += shares[i] * Math.Abs(table[rows[i]] - mean);
        (result[0], result[1], result[2], result[3], result[4], result[5]) = (mean, deviation, high - low, low, high, mode);
    }

    private static double Norm(ReadOnlySpan<double> shares, int p)
    {
        if (p == 0) return shares.Length;
        double sum = 0;
        foreach (double share in shares) sum += Math.Pow(share, p);
        return Math.Pow(sum, 1.0 / p);
    }

    private static int DescribeShells(ReadOnlySpan<int> rows, ReadOnlySpan<double> shares, Span<double> values, int next)
    {
        int first = Properties.IndexOf(ElementalProperties.ValenceS);
        double all = Mean(first + 4, rows, shares);
        for (int shell = 0; shell < 4; shell++) values[next++] = Mean(first + shell, rows, shares) / all;
        return next;
    }

    private static int DescribeBonds(ReadOnlySpan<int> rows, ReadOnlySpan<double> shares, Span<double> values, int next)
    {
        int column = Properties.IndexOf(ElementalProperties.Electronegativity);
        double largest = 0, mean = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double difference = Table[rows[i] + column] - Table[rows[j] + column];
                double character = 1 - Math.Exp(-difference * difference / 4);
                largest = Math.Max(largest, character);
                mean += 2 * shares[i] * shares[j] * character;
            }
        }

        values[next++] = largest;
        values[next++] = mean;
        return next;
    }

    private static double Mean(int column, ReadOnlySpan<int> rows, ReadOnlySpan<double> shares)
    {
        double mean = 0;
        for (int i = 0; i < rows.Length; i++) mean += shares[i] * Table[rows[i] + column];
        return mean;
    }

    private static double[] Flatten()
    {
        double[] table = new double[(Element.Count + 1) * Properties.Length];
        for (int property = 0; property < Properties.Length; property++)
            for (int number = 1; number <= Element.Count; number++)
                table[number * Properties.Length + property] = Properties[property].Values[number];
        return table;
    }

    private static string NormMeaning(int p) => p == 0 ? "Number of elements." : $"The {p}-norm of the shares of the elements, (Σ xᵖ)^(1/p).";
}
