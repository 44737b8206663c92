namespace Lodestone.Matter.Formats.Cif;

/// <summary>Finds elements in type symbols (<c>Fe3+</c>) and, where there are none, in labels (<c>Fe1A</c>).</summary>
internal sealed class CifElements(CifBlock block, CifWarnings warnings)
{
    private static readonly byte[] NumberByLetters = Table();

    private readonly CifFormulaElements _formula = new(block);
    private bool? _hydrogensAreListed;

    /// <summary>Reads a type symbol: an element, perhaps with a charge.</summary>
    /// <param name="text">Such as <c>Fe</c>, <c>Fe3+</c>, <c>O2-</c>, <c>D</c>.</param>
    /// <param name="element">The element; deuterium and tritium are hydrogen.</param>
    /// <param name="charge">The charge, where the symbol has one.</param>
    public bool TryReadSymbol(ReadOnlySpan<char> text, out Element element, out double? charge)
    {
        charge = null;
        if (TwoElements(text, out Element first, out Element second))
        {
            element = OneOf(first, second, "type symbol", text);
            return true;
        }
        int letters = Letters(text);
        ReadOnlySpan<char> symbol = text[..letters];
        if (CifMolecules.IsWater(text) || !TryExact(symbol, out element))
        {
            bool isFolded = TryFolded(symbol, out element);
            if (CifMolecules.TryReadGroup(text, out Element heavy) && !(isFolded && IsRatherElement(text, element)))
            {
                element = heavy;
                warnings.Add($"The type symbol '{text}' was read as {element}: its hydrogens have no positions.");
                return _formula.Allows(element);
            }
            if (!isFolded || !_formula.Allows(element)) return false;
            warnings.Add($"The type symbol '{text}' was read as {element}.");
        }
        charge = Charge(text[letters..]);
        return true;
    }

    // CD, ND and PD are metals in capitals sooner than atoms with a deuterium; NH and BH are no superheavy elements.
    private bool IsRatherElement(ReadOnlySpan<char> symbol, Element element) => _formula.Names(element) || (!_formula.IsKnown && symbol is [_, 'D']);

    /// <summary>Reads the element that a label begins with, or the oxygen of the water that it names.</summary>
    /// <exception cref="UnreadableException">There is none, or the label may mean two.</exception>
    public Element OfLabel(ReadOnlySpan<char> label, int line)
    {
        bool isWater = CifMolecules.IsWater(label);
        if (!isWater && TwoElements(label, out Element first, out Element second)) return OneOf(first, second, "label", label);
        if (!isWater && !CifMolecules.IsWaterByFormula(label, _formula)) return BeginningOf(label, line);
        if (isWater && !(_formula.Names(CifMolecules.Oxygen) && !HydrogensAreListed()))
            throw new UnreadableException(
                line, $"The label '{label}' names a water molecule or one of its atoms; give _atom_site_type_symbol, or the formula.");
        warnings.Add($"The label '{label}' was read as O, the oxygen of a water molecule: the file gives no type symbol.");
        return CifMolecules.Oxygen;
    }

    private Element OneOf(Element first, Element second, string kind, ReadOnlySpan<char> name)
    {
        Element kept = _formula.Allows(first) || !_formula.Names(second) ? first : second;
        warnings.Add($"The {kind} '{name}' names two elements, {first} and {second}, without their shares: it was read as {kept} alone.");
        return kept;
    }

    private Element BeginningOf(ReadOnlySpan<char> label, int line)
    {
        int letters = Letters(label);
        bool hasTwo = letters >= 2 && TryFolded(label[..2], out _), hasOne = letters >= 1 && TryFolded(label[..1], out _);
        Element two = default, one = default;
        if (hasTwo) TryFolded(label[..2], out two);
        if (hasOne) TryFolded(label[..1], out one);
        if (letters >= 2 && char.IsAsciiLetterLower(label[1]))
        {
            if (hasTwo && char.IsAsciiLetterUpper(label[0])) return two;
            if (hasOne && !hasTwo && (label[0] is 'O' or 'H' && (letters == 2 || _formula.Names(one)) || label[0] is 'D' && _formula.NamesDeuterium))
            {
                warnings.Add($"The label '{label}' was read as {one}: the file gives no type symbol.");
                return one;
            }
            throw Unreadable(label, line);
        }
        if (letters == 1 && hasOne) return label[0] is 'D' or 'T' && !IsIsotope(label) ? throw Unreadable(label, line) : one;
        if (hasTwo != hasOne)
            return hasTwo || !IsDummy(label) ? Assumed(label, hasTwo ? two : one) : throw Unreadable(label, line);
        if (!hasTwo) throw Unreadable(label, line);

        // CL1 and FE1: an element that the formula names has to be in the list under some label.
        if (_formula.Names(two)) return Assumed(label, two);
        return _formula.Names(one)
            ? Assumed(label, one)
            : throw new UnreadableException(line, $"The label '{label}' may mean {two} or {one}; give _atom_site_type_symbol.");
    }

    // Al/Si1, Al,Si and AlSi1; a second symbol of one letter behind another without a sign between is a counting letter.
    private static bool TwoElements(ReadOnlySpan<char> label, out Element first, out Element second)
    {
        second = default;
        int length = label.Length > 1 && char.IsAsciiLetterLower(label[1]) ? 2 : 1;
        if (label.Length < length || !TryExact(label[..length], out first))
        {
            first = default;
            return false;
        }
        ReadOnlySpan<char> rest = label[length..];
        bool isParted = rest is ['/' or ',' or '|' or '+', ..];
        if (isParted) rest = rest[1..];
        int letters = Letters(rest);
        return letters is 1 or 2 && (isParted || letters == 2) && TryExact(rest[..letters], out second);
    }

    // H2O1 may be a hydrogen of O1 where the file lists hydrogens.
    private bool HydrogensAreListed()
    {
        if (_hydrogensAreListed is { } known) return known;
        CifColumn labels = block.Column("_atom_site_label");
        bool any = false;
        for (int row = 0; row < labels.Count && !any; row++)
            any = labels[row].Span is ['H' or 'D', var next, ..] && !char.IsAsciiLetterLower(next) && !CifMolecules.IsWater(labels[row].Span);
        _hydrogensAreListed = any;
        return any;
    }

    private bool IsDummy(ReadOnlySpan<char> label) =>
        (label[0] is 'D' && !_formula.NamesDeuterium && (_formula.IsKnown || label.StartsWith("DU", StringComparison.Ordinal))) || label.StartsWith("VAC", StringComparison.Ordinal);

    private Element Assumed(ReadOnlySpan<char> label, Element element)
    {
        if (!label.StartsWith(element.Symbol, StringComparison.Ordinal) || Letters(label) > element.Symbol.Length)
            warnings.Add($"The label '{label}' was read as {element}: the file gives no type symbol.");
        return element;
    }

    // D1 in a file without deuterium in its formula may be a dummy; T1 is a tetrahedral site far more often than tritium.
    private bool IsIsotope(ReadOnlySpan<char> label) => label[0] == 'D' && (_formula.NamesDeuterium || !_formula.IsKnown);

    private static UnreadableException Unreadable(ReadOnlySpan<char> label, int line) =>
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
