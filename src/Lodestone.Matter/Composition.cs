using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Lodestone.Matter.Formulas;

namespace Lodestone.Matter;

/// <summary>An immutable bag of elements with amounts, and a charge. Two are equal when amounts and charge are exactly equal.</summary>
public sealed class Composition : IEquatable<Composition>
{
    private Composition? _reduced;

    /// <summary>Makes a composition; amounts of the same element are added, amounts of zero left out.</summary>
    /// <param name="amounts">Elements with how many there are.</param>
    /// <param name="charge">Net charge, in elementary charges.</param>
    /// <exception cref="ArgumentException">An amount is negative or not finite, or none is above zero.</exception>
    public Composition(IEnumerable<KeyValuePair<Element, double>> amounts, int charge = 0)
        : this(Sum(amounts), charge)
    {
    }

    /// <summary>Makes a composition of amounts by atomic number.</summary>
    /// <param name="amounts">[119]; the first is not used.</param>
    /// <param name="charge">Net charge, in elementary charges.</param>
    internal Composition(ReadOnlySpan<double> amounts, int charge)
    {
        int count = amounts.Length - amounts.Count(0.0);
        if (count == 0) throw new ArgumentException("A composition needs at least one element.", nameof(amounts));
        var builder = ImmutableArray.CreateBuilder<KeyValuePair<Element, double>>(count);
        for (int number = 1; number < amounts.Length; number++)
            if (amounts[number] != 0) builder.Add(new(new Element(number), amounts[number]));
        Amounts = builder.MoveToImmutable();
        Charge = charge;
    }

    /// <summary>The elements with their amounts, by atomic number.</summary>
    public ImmutableArray<KeyValuePair<Element, double>> Amounts { get; }

    /// <summary>Net charge, in elementary charges; 0 where none was given.</summary>
    public int Charge { get; }

    /// <summary>The elements, by atomic number.</summary>
    public IEnumerable<Element> Elements => Amounts.Select(pair => pair.Key);

    /// <summary>How many atoms there are of an element; 0 for one that is not there.</summary>
    public double this[Element element]
    {
        get
        {
            foreach (var (other, amount) in Amounts)
                if (other == element) return amount;
            return 0;
        }
    }

    /// <summary>How many atoms there are.</summary>
    public double TotalAmount
    {
        get
        {
            double total = 0;
            foreach (var (_, amount) in Amounts) total += amount;
            return total;
        }
    }

    /// <summary>Mass of all atoms, u.</summary>
    public double Mass
    {
        get
        {
            double mass = 0;
            foreach (var (element, amount) in Amounts) mass += amount * element.Mass;
            return mass;
        }
    }

    /// <summary>The share of an element among the atoms, 0–1.</summary>
    public double Fraction(Element element) => this[element] / TotalAmount;

    /// <summary>
    /// The smallest whole amounts in the same ratio: Fe4O6 and Fe1O1.5 both become Fe2O3. Amounts that need more than four decimals
    /// have no such ratio, and the composition is returned as it is. A charge that would no longer be whole keeps it as it is as well.
    /// </summary>
    public Composition Reduced => _reduced ??= CompositionReduction.Reduce(this);

    /// <summary>The formula with all its atoms and its charge, the most electropositive element first: <c>Fe4O6</c>, <c>SO4^2-</c>.</summary>
    public string Formula => FormulaWriter.Write(ByElectronegativity) + FormulaWriter.Charge(Charge);

    /// <summary>The formula of <see cref="Reduced"/> without its charge, the most electropositive element first: <c>Fe2O3</c>.</summary>
    public string ReducedFormula => FormulaWriter.Write(Reduced.ByElectronegativity);

    /// <summary>The formula of <see cref="Reduced"/> with letters for elements, by increasing amount: <c>A2B3</c>.</summary>
    public string AnonymousFormula => FormulaWriter.Anonymous(Reduced.Amounts.Select(pair => pair.Value));

    /// <summary>All atoms in Hill's order: carbon, hydrogen, then by symbol; without carbon all by symbol.</summary>
    public string HillFormula => FormulaWriter.Hill(Amounts);

    /// <summary>All atoms by symbol: <c>Co2MnSi</c>.</summary>
    public string AlphabeticalFormula => FormulaWriter.Write(Amounts.OrderBy(pair => pair.Key.Symbol, StringComparer.Ordinal));

    /// <summary>The symbols by alphabet, joined by hyphens: <c>Co-Mn-Si</c>.</summary>
    public string ChemicalSystem => string.Join('-', Elements.Select(element => element.Symbol).Order(StringComparer.Ordinal));

    private IEnumerable<KeyValuePair<Element, double>> ByElectronegativity => Amounts.OrderBy(pair => pair.Key.FormulaRank);

    /// <summary>The composition of the sites of a structure: species times occupancy.</summary>
    public static Composition Of(Structure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        Span<double> amounts = stackalloc double[Element.Count + 1];
        foreach (Site site in structure.Sites)
            foreach (Species species in site.Species)
                amounts[species.Element.AtomicNumber] += species.Occupancy;
        foreach (ref double amount in amounts) amount = Math.Round(amount, 10);
        return new Composition(amounts, charge: 0);
    }

    /// <summary>
    /// Reads a formula: decimals (<c>Fe0.5</c>, <c>Al1e-05</c>), brackets of three kinds, adducts and hydrates (<c>CuSO4·5H2O</c>, also with
    /// <c>*</c>, and with a dot where the compound behind it shows that it is no decimal point: <c>BaO.6Fe2O3</c>), charges (<c>Fe3+</c>,
    /// <c>SO4^2-</c>, <c>[Fe(CN)6]4-</c>), D and T as hydrogen, Unicode subscripts, and spaces between elements. What can be read in two ways
    /// is refused.
    /// </summary>
    /// <exception cref="FormatException">The formula cannot be read; the message says why and where.</exception>
    public static Composition Parse(string formula) =>
        TryParse(formula, out Composition? composition, out string? reason) ? composition : throw new FormatException(reason);

    /// <summary>Reads a formula as <see cref="Parse"/> does.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="composition">What it says.</param>
    /// <param name="reason">Why it cannot be read: one sentence with the position.</param>
    public static bool TryParse(
        string? formula, [NotNullWhen(true)] out Composition? composition, [NotNullWhen(false)] out string? reason) =>
        FormulaReader.TryRead(formula ?? "", out composition, out reason);

    /// <inheritdoc/>
    public bool Equals(Composition? other) =>
        other is not null && Charge == other.Charge && Amounts.AsSpan().SequenceEqual(other.Amounts.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Composition);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Charge);
        foreach (var (element, amount) in Amounts)
        {
            hash.Add(element.AtomicNumber);
            hash.Add(amount);
        }

        return hash.ToHashCode();
    }

    /// <summary>The same as <see cref="Formula"/>.</summary>
    public override string ToString() => Formula;

    private static double[] Sum(IEnumerable<KeyValuePair<Element, double>> amounts)
    {
        double[] sums = new double[Element.Count + 1];
        foreach (var (element, amount) in amounts)
        {
            if (!(amount >= 0) || double.IsInfinity(amount))
                throw new ArgumentException($"The amount of {element} is not a finite number of at least zero.", nameof(amounts));
            sums[element.AtomicNumber] += amount;
        }

        return sums;
    }
}
