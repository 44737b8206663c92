using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>
/// The sets <c>magnets</c> and <c>magnets-plain</c>: mean, maximum, minimum, their difference and standard deviation of 23 elemental
/// properties, 115 descriptors. After Kaba et al., Phys. Rev. Mater. (2023), arXiv 2111.14712, with the elemental values of
/// <see cref="Element"/>. The number of atoms of an element is that in the reduced formula.
/// </summary>
public sealed class MagnetDescriptors : DescriptorSet
{
    private const string Kaba = "Kaba et al., arXiv 2111.14712 (2021)";
    private const int Statistics = 5;

    private static readonly ElementalProperty AtomCount = new(
        "atom_count", "", "", "number of atoms in the reduced formula", "The formula itself.", _ => null);

    private static readonly ImmutableArray<ElementalProperty> Properties =
    [
        ElementalProperties.AtomicNumber, AtomCount, ElementalProperties.IsMagnetic, ElementalProperties.Mass, ElementalProperties.AtomicVolume,
        ElementalProperties.Group, ElementalProperties.CovalentRadius, ElementalProperties.Density, ElementalProperties.ElectronAffinity,
        ElementalProperties.Electronegativity, ElementalProperties.FreeAtomMoment, ElementalProperties.Polarizability, ElementalProperties.Period,
        ElementalProperties.BoilingPoint, ElementalProperties.MeltingPoint, ElementalProperties.UnfilledD, ElementalProperties.UnfilledF,
        ElementalProperties.UnfilledTotal, ElementalProperties.ValenceD, ElementalProperties.ValenceF, ElementalProperties.ValenceP,
        ElementalProperties.ValenceS, ElementalProperties.ValenceTotal,
    ];

    private static readonly ElementalStatistic[] StatisticNames =
    [
        new("mean", "Mean of the {0}"),
        new("max", "Largest of the {0} over the elements"),
        new("min", "Smallest of the {0} over the elements"),
        new("max_difference", "Largest less smallest of the {0} over the elements"),
        new("std", "Standard deviation of the {0}"),
    ];

    private static readonly ImmutableArray<Descriptor> All =
    [
        .. Properties.SelectMany(property => StatisticNames.Select(statistic => statistic.Of(property, "magnet_")))
            .Select(descriptor => descriptor with { Source = $"{Kaba}; {descriptor.Source}" }),
    ];

    private readonly MagnetQuirks _quirks;

    /// <summary>Makes the set.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="quirks">Which habits of the study it keeps.</param>
    public MagnetDescriptors(string name, MagnetQuirks quirks)
    {
        Name = name;
        _quirks = quirks;
    }

    /// <summary>The set <c>magnets</c>: as published.</summary>
    public static MagnetDescriptors Published { get; } = new("magnets", MagnetQuirks.Published);

    /// <summary>The set <c>magnets-plain</c>: means and deviations over the atoms, nothing rounded.</summary>
    public static MagnetDescriptors Plain { get; } = new("magnets-plain", MagnetQuirks.None);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => All;

    /// <inheritdoc/>
    public override bool NeedsStructure => false;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        ImmutableArray<KeyValuePair<Element, double>> amounts = material.Composition.Reduced.Amounts;
        Span<double> ofElements = stackalloc double[amounts.Length];
        for (int property = 0; property < Properties.Length; property++)
        {
            bool isCount = Properties[property] == AtomCount;
            for (int i = 0; i < ofElements.Length; i++)
                ofElements[i] = isCount ? amounts[i].Value : Properties[property].Values[amounts[i].Key.AtomicNumber];
            bool plainMean = isCount && Has(MagnetQuirks.PlainMeanOfAtomCount);
            Describe(ofElements, amounts, plainMean, values.Slice(property * Statistics, Statistics));
        }

        if (!Has(MagnetQuirks.FourDecimals)) return;
        foreach (ref double value in values) value = Math.Round(value, 4);
    }

    private void Describe(
        ReadOnlySpan<double> ofElements, ImmutableArray<KeyValuePair<Element, double>> amounts, bool plainMean, Span<double> result)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in ofElements) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        (double byAtoms, double deviationByAtoms) = Moments(ofElements, amounts, everyElementOnce: false);
        (double byElements, double deviationByElements) = Moments(ofElements, amounts, everyElementOnce: true);
        result[0] = plainMean ? byElements : byAtoms;
        result[1] = high;
        result[2] = low;
        result[3] = high - low;
        result[4] = Has(MagnetQuirks.DeviationOverElements) ? deviationByElements : deviationByAtoms;
    }

    private static (double Mean, double Deviation) Moments(
        ReadOnlySpan<double> ofElements, ImmutableArray<KeyValuePair<Element, double>> amounts, bool everyElementOnce)
    {
        double sum = 0, weights = 0, squares = 0;
        for (int i = 0; i < ofElements.Length; i++)
        {
            double weight = everyElementOnce ? 1 : amounts[i].Value;
            sum += weight * ofElements[i];
            weights += weight;
        }

        double mean = sum / weights;
        for (int i = 0; i < ofElements.Length; i++)
        {
            double weight = everyElementOnce ? 1 : amounts[i].Value;
            squares += weight * (ofElements[i] - mean) * (ofElements[i] - mean);
        }

        return (mean, Math.Sqrt(squares / weights));
    }

    private bool Has(MagnetQuirks quirk) => (_quirks & quirk) != 0;
}
