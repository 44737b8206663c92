namespace Lodestone.Matter.Formulas;

/// <summary>
/// Tells what a plain dot between an amount and a digit is: a decimal point, or the dot between two parts of an adduct such as <c>BaO.6Fe2O3</c>.
/// </summary>
/// <remarks>
/// It separates two parts where the whole number behind it, which does not begin with 0, is followed by a compound that
/// <list type="bullet">
/// <item>names the element in front of the dot again: <c>3CaO.2SiO2</c>, <c>MgSO4.7H2O</c>. Who writes decimals names an element once;</item>
/// <item>or is a molecule of hydrogen and other nonmetals that ends the formula, behind an amount of 2 or more or a square bracket:
/// <c>CoCl2.6NH3</c>, <c>PbI2.3C3H7NO</c>;</item>
/// </list>
/// and where a number with another point follows: <c>CaSO4.0.5H2O</c>. All others are decimal points: <c>Ga.5In.5As</c>, <c>NbO1.9S0.1</c>, <c>WO3.5H0.2</c>.
/// What can be read in two ways nevertheless is ambiguous: <c>NaCl.2H2O</c>, <c>CaO.5MgO.5</c>, <c>Ca1O1.2Si1O2</c>.
/// </remarks>
internal static class FormulaDot
{
    private static readonly string[] OfMolecules = ["H", "D", "C", "N", "O", "F", "S", "Cl", "Br", "I"];

    /// <summary>What the dot at a position is, which has a digit behind it.</summary>
    public static DotMeaning MeaningOf(string text, int dot)
    {
        DotMeaning alone = MeaningAlone(text, dot);
        if (alone != DotMeaning.Separator) return alone;
        for (int other = 0; other < text.Length - 1; other++)
        {
            if (other == dot || text[other] != '.' || !IsDigit(text, other + 1) || IsDigit(text, other - 1)) continue;
            if (MeaningAlone(text, other) == DotMeaning.DecimalPoint) return DotMeaning.Ambiguous;
        }
        return DotMeaning.Separator;
    }

    private static DotMeaning MeaningAlone(string text, int dot)
    {
        int amount = dot;
        while (IsDigit(text, amount - 1)) amount--;
        if (amount == 0 || (amount < dot && FormulaText.Plain(text[amount]) == '0')) return DotMeaning.DecimalPoint;
        int end = dot + 1;
        while (IsDigit(text, end)) end++;
        bool beginsWithZero = FormulaText.Plain(text[dot + 1]) == '0';
        if (end + 1 < text.Length && text[end] == '.' && IsDigit(text, end + 1))
            return beginsWithZero && end == dot + 2 ? DotMeaning.Separator : DotMeaning.Ambiguous;
        if (beginsWithZero) return DotMeaning.DecimalPoint;

        int close = EndOfPart(text, end);
        ReadOnlySpan<char> behind = text.AsSpan(end, close - end);
        ReadOnlySpan<char> before = text.AsSpan(0, amount);
        List<string> compound = Elements(behind), first = Elements(before[(before.LastIndexOfAny(".*·•⋅∙‧・") + 1)..]);
        if (compound.Count < 2 || first.Count == 0 || HasZero(behind)) return DotMeaning.DecimalPoint;
        bool isOne = amount + 1 == dot && FormulaText.Plain(text[amount]) == '1';
        if (before[^1] is not (')' or ']' or '}') && compound.Contains(first[^1])) return isOne ? DotMeaning.Ambiguous : DotMeaning.Separator;
        bool isMolecule = close == text.Length && (compound.Contains("H") || compound.Contains("D")) && compound.All(OfMolecules.Contains);
        if (!isMolecule || isOne) return DotMeaning.DecimalPoint;
        return before[^1] == ']' || (amount < dot && first.Distinct().Count() > 1) ? DotMeaning.Separator : DotMeaning.Ambiguous;
    }

    private static bool IsDigit(string text, int position) =>
        position >= 0 && position < text.Length && char.IsAsciiDigit(FormulaText.Plain(text[position]));

    // Up to the next dot, the closing bracket around the part, a charge, or the end.
    private static int EndOfPart(string text, int start)
    {
        int depth = 0, i = start;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (FormulaText.ClosingBracket(c) is not null) depth++;
            else if (c is ')' or ']' or '}' && --depth < 0) break;
            else if (c == '.' || FormulaText.IsHydrateDot(c) || c == '^' || FormulaText.IsSign(FormulaText.Plain(c))) break;
        }
        return i;
    }

    // 3.5H0.2 ends in a decimal, so its part in front of that point has an amount of 0.
    private static bool HasZero(ReadOnlySpan<char> part)
    {
        for (int i = 1; i < part.Length; i++)
            if (FormulaText.Plain(part[i]) == '0' && !char.IsAsciiDigit(FormulaText.Plain(part[i - 1]))) return true;
        return false;
    }

    private static List<string> Elements(ReadOnlySpan<char> part)
    {
        var elements = new List<string>();
        for (int i = 0; i < part.Length; i++)
            if (char.IsAsciiLetterUpper(part[i]))
                elements.Add(part.Slice(i, i + 1 < part.Length && char.IsAsciiLetterLower(part[i + 1]) ? 2 : 1).ToString());
        return elements;
    }
}
