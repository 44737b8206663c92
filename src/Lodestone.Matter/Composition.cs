using System.Collections.Immutable;

namespace Lodestone.Matter;

/// <summary>An immutable bag of elements with amounts.</summary>
public sealed class Composition
{
    /// <summary>Makes a composition; amounts of the same element are added.</summary>
    public Composition(IEnumerable<KeyValuePair<Element, double>> amounts)
    {
        var sum = new SortedDictionary<int, double>();
        foreach (var (element, amount) in amounts)
            sum[element.AtomicNumber] = sum.GetValueOrDefault(element.AtomicNumber) + amount;
        Amounts = [.. sum.Select(pair => KeyValuePair.Create(new Element(pair.Key), pair.Value))];
    }

    /// <summary>The elements with their amounts, by atomic number.</summary>
    public ImmutableArray<KeyValuePair<Element, double>> Amounts { get; }
}
