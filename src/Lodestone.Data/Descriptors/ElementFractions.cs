using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors;

/// <summary>The share of each element among the atoms of a material, in [0, 1].</summary>
public sealed class ElementFractions : DescriptorSet
{
    private const string EightySixSymbols =
        "H Li Be B C N O F Na Mg Al Si P S Cl K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te "
        + "I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Ac Th Pa U Np Pu";

    private readonly ImmutableArray<Descriptor> _descriptors;
    private readonly int[] _columnOf = new int[Element.Count + 1];

    private ElementFractions(string name, string source, IEnumerable<Element> elements)
    {
        Name = name;
        Elements = [.. elements];
        Array.Fill(_columnOf, -1);
        var descriptors = ImmutableArray.CreateBuilder<Descriptor>();
        foreach (Element element in Elements)
        {
            _columnOf[element.AtomicNumber] = descriptors.Count;
            descriptors.Add(new Descriptor($"fraction_{element.Symbol}", "", $"Share of {element.Name.ToLowerInvariant()} among the atoms.", source));
        }

        _descriptors = descriptors.ToImmutable();
    }

    /// <summary>The set <c>fractions</c>: all 118 elements.</summary>
    public static ElementFractions AllElements { get; } = new("fractions", "The formula itself.", Element.All);

    /// <summary>The set <c>fractions86</c>: the 86 elements that ElemNet and its successors read, by atomic number.</summary>
    public static ElementFractions EightySix { get; } = new(
        "fractions86", "Jha et al., Sci. Rep. 8, 17593 (2018).", EightySixSymbols.Split(' ').Select(Element.Parse));

    /// <summary>The elements, in the order of the columns.</summary>
    public ImmutableArray<Element> Elements { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => _descriptors;

    /// <inheritdoc/>
    public override bool NeedsStructure => false;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        values.Clear();
        double total = material.Composition.TotalAmount;
        foreach (var (element, amount) in material.Composition.Amounts)
        {
            int column = _columnOf[element.AtomicNumber];
            if (column < 0)
            {
                throw new InputException(
                    $"{element.Symbol} is none of the {_descriptors.Length} elements of the set '{Name}'; use '{AllElements.Name}', which has all.");
            }

            values[column] = amount / total;
        }
    }
}
