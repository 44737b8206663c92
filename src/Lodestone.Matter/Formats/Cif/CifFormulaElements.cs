namespace Lodestone.Matter.Formats.Cif;

/// <summary>The elements that the formulas of a block name: they settle what a label or a type symbol cannot.</summary>
internal sealed class CifFormulaElements
{
    private static readonly string[] Tags = ["_chemical_formula_sum", "_chemical_formula_moiety", "_chemical_formula_structural"];

    private readonly HashSet<Element> _elements = [];

    /// <summary>Reads the formulas.</summary>
    public CifFormulaElements(CifBlock block)
    {
        foreach (string tag in Tags)
        {
            if (block.Column(tag) is not { Count: > 0 } column || column[0].IsMissing) continue;
            ReadOnlySpan<char> formula = column[0].Span;
            for (int i = 0; i < formula.Length; i++)
            {
                int length = i + 1 < formula.Length && char.IsAsciiLetterLower(formula[i + 1]) ? 2 : 1;
                if (CifElements.TryExact(formula.Slice(i, length), out Element found)) _elements.Add(found);
                NamesDeuterium |= length == 1 && formula[i] == 'D';
            }
        }
    }

    /// <summary>True where the block has a formula.</summary>
    public bool IsKnown => _elements.Count > 0;

    /// <summary>True where deuterium stands in it as D.</summary>
    public bool NamesDeuterium { get; }

    /// <summary>True where the formula names an element.</summary>
    public bool Names(Element element) => _elements.Contains(element);

    /// <summary>True where the formula names an element, or where there is none that could deny it.</summary>
    public bool Allows(Element element) => !IsKnown || Names(element);
}
