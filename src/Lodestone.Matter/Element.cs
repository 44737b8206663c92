using System.Diagnostics.CodeAnalysis;

namespace Lodestone.Matter;

/// <summary>A chemical element, by atomic number (1–118).</summary>
public readonly record struct Element
{
    private const string Symbols =
        "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd "
        + "In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np "
        + "Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og";

    private static readonly string[] SymbolOf = Symbols.Split(' ');
    private static readonly Dictionary<string, int> NumberOf =
        SymbolOf.Select((symbol, index) => (symbol, index)).ToDictionary(pair => pair.symbol, pair => pair.index + 1);

    /// <summary>The element of an atomic number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in 1–118.</exception>
    public Element(int atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atomicNumber, Count);
        AtomicNumber = atomicNumber;
    }

    /// <summary>How many elements there are.</summary>
    public const int Count = 118;

    /// <summary>Number of protons, 1–118.</summary>
    public int AtomicNumber { get; }

    /// <summary>The symbol, such as <c>Fe</c>.</summary>
    public string Symbol => SymbolOf[AtomicNumber - 1];

    /// <summary>Reads an exact symbol (<c>Fe</c>, never <c>FE</c> or <c>fe</c>).</summary>
    public static bool TryParse([NotNullWhen(true)] string? symbol, out Element element)
    {
        element = default;
        if (symbol is null || !NumberOf.TryGetValue(symbol, out int number)) return false;
        element = new Element(number);
        return true;
    }

    /// <summary>Reads an exact symbol.</summary>
    /// <exception cref="FormatException">There is no such element.</exception>
    public static Element Parse(string symbol) =>
        TryParse(symbol, out Element element) ? element : throw new FormatException($"There is no element '{symbol}'.");

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;
}
