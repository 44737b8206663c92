using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>The <c>--exclude</c> and <c>--only</c> of a screen: which elements a material may contain.</summary>
public sealed class ElementFilter
{
    private readonly HashSet<Element> excluded;
    private readonly HashSet<Element>? only;

    private ElementFilter(HashSet<Element> excluded, HashSet<Element>? only)
    {
        this.excluded = excluded;
        this.only = only;
    }

    /// <summary>Reads the two lists.</summary>
    /// <param name="exclude">Symbols, possibly several joined by commas: a material with any of them is left out.</param>
    /// <param name="only">Symbols likewise: a material with any other element is left out. Empty: every element is welcome.</param>
    /// <exception cref="InputException">There is no such element.</exception>
    public static ElementFilter Parse(IEnumerable<string> exclude, IEnumerable<string> only)
    {
        HashSet<Element> allowed = Read("--only", only);
        return new ElementFilter(Read("--exclude", exclude), allowed.Count > 0 ? allowed : null);
    }

    /// <summary>True when every element of the composition is welcome.</summary>
    public bool Admits(Composition composition) =>
        composition.Amounts.All(pair => !excluded.Contains(pair.Key) && (only is null || only.Contains(pair.Key)));

    private static HashSet<Element> Read(string option, IEnumerable<string> lists)
    {
        var elements = new HashSet<Element>();
        foreach (string symbol in lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Element.TryParse(symbol, out Element element))
                throw new InputException($"{option}: there is no element '{symbol}'; give symbols such as Nd,Co.{Suggestion.Ask(symbol, Element.All.Select(known => known.Symbol))}");
            elements.Add(element);
        }
        return elements;
    }
}
