using Lodestone.Matter.Elements;

namespace Lodestone.Matter;

/// <content>Properties; the published source of each is in the header of its table in <c>Elements/</c>.</content>
public readonly partial record struct Element
{
    /// <summary>IUPAC name, such as <c>Iron</c>.</summary>
    public string Name => ElementTable.Names[AtomicNumber - 1];

    /// <summary>Standard atomic weight, u; for an element without one, the mass number of its longest-lived isotope.</summary>
    public double Mass => ElementTable.Mass[AtomicNumber - 1]!.Value;

    /// <summary>Electronegativity on Pauling's scale, dimensionless.</summary>
    public double? Electronegativity => ElementTable.Electronegativity[AtomicNumber - 1];

    /// <summary>Place in a formula that begins with the most electropositive element.</summary>
    internal int FormulaRank => ElementTable.FormulaRank[AtomicNumber - 1];
}
