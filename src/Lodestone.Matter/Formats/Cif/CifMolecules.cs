namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Names of molecules and groups that stand where an element is wanted: water (<c>H2O</c>, <c>HOH</c>, <c>Wat</c>) and an atom with its hydrogens
/// (<c>OH</c>, <c>OH2</c>, <c>NH4</c>). Their place is that of the heavy atom.
/// </summary>
internal static class CifMolecules
{
    private static readonly string[] Waters = ["H2O", "D2O", "HOH", "DOD", "WATER", "WAT"];

    /// <summary>Oxygen.</summary>
    public static Element Oxygen { get; } = Element.Parse("O");

    /// <summary>Tungsten.</summary>
    public static Element Tungsten { get; } = Element.Parse("W");

    /// <summary>True for a name that begins with one of water, and has no other letter behind it than one that counts: <c>H2O1</c>, <c>WAT2A</c>.</summary>
    public static bool IsWater(ReadOnlySpan<char> name)
    {
        foreach (string water in Waters)
            if (name.StartsWith(water, StringComparison.OrdinalIgnoreCase)) return name.Length == water.Length || !char.IsAsciiLetter(name[water.Length]);
        return false;
    }

    /// <summary>True where the formula has no tungsten, but oxygen, and a label begins with a W that is no element: water again.</summary>
    public static bool IsWaterByFormula(ReadOnlySpan<char> label, CifFormulaElements formula) =>
        label is ['W' or 'w', ..] && formula.IsKnown && !formula.Names(Tungsten) && formula.Names(Oxygen);

    /// <summary>Reads a group of a heavy atom and hydrogens that stands for a type symbol.</summary>
    public static bool TryReadGroup(ReadOnlySpan<char> symbol, out Element heavy)
    {
        heavy = Oxygen;
        if (IsWater(symbol)) return true;
        int hydrogen = symbol.LastIndexOfAny('H', 'D');
        return hydrogen is 1 or 2 && symbol[0] is 'B' or 'C' or 'N' or 'O' or 'P' or 'S' && !symbol[(hydrogen + 1)..].ContainsAnyExceptInRange('0', '9')
            && CifElements.TryExact(symbol[..hydrogen], out heavy);
    }
}
