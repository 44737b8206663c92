using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>
/// The set <c>magnetic</c>: which of the <see cref="MagneticElements"/> are there, how many, and what they are like. Statistics over the
/// magnetic atoms are NaN where there is none. The ideas are listed, without definitions, in the work of Kaba et al., arXiv 2111.14712;
/// the definitions are ours.
/// </summary>
public sealed class MagneticDescriptors : DescriptorSet
{
    private const string Own = "Defined by Lodestone, after Kaba et al., arXiv 2111.14712 (2021).";

    private static readonly ImmutableArray<ElementalProperty> Properties =
    [
        ElementalProperties.AtomicNumber, ElementalProperties.Electronegativity, ElementalProperties.CovalentRadius, ElementalProperties.AtomicVolume,
        ElementalProperties.ValenceD, ElementalProperties.ValenceF, ElementalProperties.UnfilledD, ElementalProperties.UnfilledF,
        ElementalProperties.FreeAtomMoment,
    ];

    private static readonly ElementalStatistic[] StatisticNames =
    [
        new("mean", "Mean of the {0} over the magnetic atoms"),
        new("std", "Standard deviation of the {0} over the magnetic atoms"),
        new("contrast", "Mean of the {0} over the magnetic atoms, less that over the others"),
    ];

    private static readonly ImmutableArray<Descriptor> All =
    [
        new("magnetic_elements", "", "Number of magnetic elements.", Own),
        new("magnetic_fraction", "", "Share of magnetic elements among the atoms.", Own),
        new("magnetic_fraction_3d", "", "Share of V to Cu among the atoms.", Own),
        new("magnetic_fraction_4f", "", "Share of Ce to Yb among the atoms.", Own),
        new("magnetic_fraction_5f", "", "Share of U to Pu among the atoms.", Own),
        new("magnetic_unfilled_d", "", "Empty places in the d subshells of magnetic elements, an atom of the material.", Own),
        new("magnetic_unfilled_f", "", "Empty places in the f subshells of magnetic elements, an atom of the material.", Own),
        new("magnetic_spin_uB", "µB", "Spin moments of free atoms of the magnetic elements, an atom of the material.", Own),
        new("magnetic_spin_uB_A3", "µB/Å³", "Spin moments of free atoms of the magnetic elements, by the volume of all atoms in their elements.", Own),
        .. Properties.SelectMany(property => StatisticNames.Select(statistic => statistic.Of(property, "magnetic_") with { Source = Own })),
    ];

    /// <summary>The set.</summary>
    public static MagneticDescriptors Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "magnetic";

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => All;

    /// <inheritdoc/>
    public override bool NeedsStructure => false;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        ImmutableArray<KeyValuePair<Element, double>> amounts = material.Composition.Amounts;
        double total = material.Composition.TotalAmount;
        values.Clear();
        double volume = 0;
        foreach (var (element, amount) in amounts)
        {
            double share = amount / total;
            volume += share * ElementalProperties.AtomicVolume.Values[element.AtomicNumber];
            if (!MagneticElements.Contains(element)) continue;
            values[0]++;
            values[1] += share;
            if (MagneticElements.Is3d(element)) values[2] += share;
            else if (MagneticElements.Is4f(element)) values[3] += share;
            else values[4] += share;
            values[5] += share * ElementalProperties.UnfilledD.Values[element.AtomicNumber];
            values[6] += share * ElementalProperties.UnfilledF.Values[element.AtomicNumber];
            values[7] += share * ElementalProperties.FreeAtomMoment.Values[element.AtomicNumber];
        }

        values[8] = values[7] / volume;
        int next = 9;
        foreach (ElementalProperty property in Properties)
        {
            double magnetic = Mean(property, amounts, ofMagnetic: true);
            values[next++] = magnetic;
            values[next++] = Deviation(property, amounts, magnetic);
            values[next++] = magnetic - Mean(property, amounts, ofMagnetic: false);
        }
    }

    private static double Mean(ElementalProperty property, ImmutableArray<KeyValuePair<Element, double>> amounts, bool ofMagnetic)
    {
        double sum = 0, weight = 0;
        foreach (var (element, amount) in amounts)
        {
            if (MagneticElements.Contains(element) != ofMagnetic) continue;
            sum += amount * property.Values[element.AtomicNumber];
            weight += amount;
        }

        return sum / weight;
    }

    private static double Deviation(ElementalProperty property, ImmutableArray<KeyValuePair<Element, double>> amounts, double mean)
    {
        double sum = 0, weight = 0;
        foreach (var (element, amount) in amounts)
        {
            if (!MagneticElements.Contains(element)) continue;
            double difference = property.Values[element.AtomicNumber] - mean;
            sum += amount * difference * difference;
            weight += amount;
        }

        return Math.Sqrt(sum / weight);
    }
}
