namespace Lodestone.Matter.Formats.Cif;

/// <summary>Finds elements in type symbols (<c>Fe3+</c>) and, where there are none, in labels (<c>Fe1A</c>).</summary>
internal sealed class CifElements(CifBlock block, CifWarnings warnings)
{
    private static readonly byte[] NumberByLetters = Table();

    private HashSet<Element>? _formula;

    /// <summary>Reads a type symbol: an element, perhaps with a charge.</summary>
    /// <param name="text">Such as <c>Fe</c>, <c>Fe3+</c>, <c>O2-</c>, <c>D</c>.</param>
    /// <param name="element">The element; deuterium and tritium are hydrogen.</param>
    /// <param name="charge">The charge, where the symbol has one.</param>
    public bool TryReadSymbol(ReadOnlySpan<char> text, out Element element, out double? charge)
    {
        charge = null;
        int letters = Letters(text);
        ReadOnlySpan<char> symbol = text[..letters];
        if (!TryExact(symbol, out element))
        {
            if (letters != 2 && letters != 1 || !TryFolded(symbol, out element)) return false;
            warnings.Add($"The type symbol '{text}' was read as {element}.");
        }
        charge = Charge(text[letters..]);
        return true;
    }

    /// <summary>Reads the element that a label begins with.</summary>
    /// <exception cref="CifContentException">There is none, or the label may mean two.</exception>
    public Element OfLabel(ReadOnlySpan<char> label, int line)
    {
        int letters = Letters(label);
        bool hasTwo = letters >= 2 && TryFolded(label[..2], out _), hasOne = letters >= 1 && TryFolded(label[..1], out _);
        Element two = default, one = default;
        if (hasTwo) TryFolded(label[..2], out two);
        if (hasOne) TryFolded(label[..1], out one);
        if (letters >= 2 && char.IsAsciiLetterLower(label[1]))
        {
            if (hasTwo && char.IsAsciiLetterUpper(label[0])) return two;
            if (hasOne && !hasTwo && label[0] is 'O' or 'H' or 'D' && (letters == 2 || InFormula(one)))
            {
                warnings.Add($"The label '{label}' was read as {one}: the file gives no type symbol.");
                return one;
            }
            throw Unreadable(label, line);
        }
        if (letters == 1 && hasOne) return label[0] is 'D' or 'T' && !IsIsotope(label) ? throw Unreadable(label, line) : one;
        if (hasTwo != hasOne) return Assumed(label, hasTwo ? two : one);
        if (!hasTwo) throw Unreadable(label, line);

        // CL1 and FE1: an element that the formula names has to be in the list under some label.
        if (InFormula(two)) return Assumed(label, two);
        return InFormula(one)
            ? Assumed(label, one)
            : throw new CifContentException(line, $"The label '{label}' may mean {two} or {one}; give _atom_site_type_symbol.");
    }

    /// <summary>True where the formula of the block names an element.</summary>
    private bool InFormula(Element element)
    {
        if (_formula is null)
        {
            _formula = [];
            foreach (string tag in (ReadOnlySpan<string>)["_chemical_formula_sum", "_chemical_formula_moiety", "_chemical_formula_structural"])
            {
                if (block.Column(tag) is not { Count: > 0 } column) continue;
                ReadOnlySpan<char> formula = column[0].Span;
                for (int i = 0; i < formula.Length; i++)
                {
                    int length = i + 1 < formula.Length && char.IsAsciiLetterLower(formula[i + 1]) ? 2 : 1;
                    if (TryExact(formula.Slice(i, length), out Element found)) _formula.Add(found);
                }
            }
        }
        return _formula.Contains(element);
    }

    private Element Assumed(ReadOnlySpan<char> label, Element element)
    {
        if (!label.StartsWith(element.Symbol, StringComparison.Ordinal) || Letters(label) > element.Symbol.Length)
            warnings.Add($"The label '{label}' was read as {element}: the file gives no type symbol.");
        return element;
    }

    // D1 in a file without deuterium in its formula may be a dummy; T1 is a tetrahedral site far more often than tritium.
    private bool IsIsotope(ReadOnlySpan<char> label)
    {
        if (label[0] == 'T') return false;
        CifColumn formula = block.Column("_chemical_formula_sum");
        return formula.Count == 0 || formula[0].Span.Contains('D');
    }

    private static CifContentException Unreadable(ReadOnlySpan<char> label, int line) =>
        new(line, $"The label '{label}' does not begin with an element; give _atom_site_type_symbol.");

    // "3+", "+3", "+", "2-"; anything else is no charge.
    private static double? Charge(ReadOnlySpan<char> text)
    {
        int sign = text.IndexOfAny('+', '-');
        if (sign < 0) return null;
        int factor = text[sign] == '+' ? 1 : -1;
        ReadOnlySpan<char> before = text[..sign], after = text[(sign + 1)..];
        if (before.IsEmpty && after.IsEmpty) return factor;
        ReadOnlySpan<char> digits = before.IsEmpty ? after : before;
        return (before.IsEmpty || after.IsEmpty) && CifNumber.TryRead(digits, out double size) && size is >= 0 and <= 9
            ? factor * size
            : null;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
        return i;
    }

    internal static bool TryExact(ReadOnlySpan<char> symbol, out Element element)
    {
        element = default;
        return symbol.Length is 1 or 2 && char.IsAsciiLetterUpper(symbol[0])
            && (symbol.Length == 1 || char.IsAsciiLetterLower(symbol[1])) && TryFolded(symbol, out element);
    }

    private static bool TryFolded(ReadOnlySpan<char> symbol, out Element element)
    {
        int number = symbol.Length is 1 or 2 && char.IsAsciiLetter(symbol[0]) && (symbol.Length == 1 || char.IsAsciiLetter(symbol[1]))
            ? NumberByLetters[Key(symbol)]
            : 0;
        element = number > 0 ? new Element(number) : default;
        return number > 0;
    }

    private static int Key(ReadOnlySpan<char> symbol) => ((symbol[0] & 0x1F) << 5) | (symbol.Length > 1 ? symbol[1] & 0x1F : 0);

    private static byte[] Table()
    {
        byte[] table = new byte[1 << 10];
        for (int number = 1; number <= Element.Count; number++) table[Key(new Element(number).Symbol)] = (byte)number;
        table[Key("D")] = table[Key("T")] = 1;
        return table;
    }
}
