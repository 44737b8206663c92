using System.Collections.Immutable;
using Lodestone.Matter.Elements;

namespace Lodestone.Matter;

/// <content>
/// Properties. The published source of every column is in the header of <c>Elements/elements.csv</c>; null means unknown.
/// </content>
public readonly partial record struct Element
{
    /// <summary>IUPAC name, such as <c>Iron</c>.</summary>
    public string Name => ElementTable.Names[AtomicNumber - 1];

    /// <summary>Standard atomic weight, u; for an element without one, the mass number of its longest-lived isotope.</summary>
    public double Mass => ElementTable.Mass[AtomicNumber - 1];

    /// <summary>Period of the periodic table, 1–7.</summary>
    public int Period => PeriodicTable.Period(AtomicNumber);

    /// <summary>Group of the periodic table, 1–18; null in the f block (La–Yb, Ac–No).</summary>
    public int? Group => PeriodicTable.Group(AtomicNumber);

    /// <summary>Block of the periodic table.</summary>
    public Block Block => PeriodicTable.Block(AtomicNumber);

    /// <summary>Electronegativity on Pauling's scale, dimensionless.</summary>
    public double? Electronegativity => ElementTable.Electronegativity[AtomicNumber - 1];

    /// <summary>Covalent radius, Å (Cordero 2008).</summary>
    public double? CovalentRadius => ElementTable.CovalentRadius[AtomicNumber - 1];

    /// <summary>Empirical atomic radius, Å (Slater 1964).</summary>
    public double? AtomicRadius => ElementTable.AtomicRadius[AtomicNumber - 1];

    /// <summary>Volume of an atom in the condensed element, Å³: at 25 °C, or in the cold solid where the element is a gas.</summary>
    public double? AtomicVolume => ElementTable.AtomicVolume[AtomicNumber - 1];

    /// <summary>Density at 25 °C and 101.325 kPa, g/cm³.</summary>
    public double? Density => ElementTable.Density[AtomicNumber - 1];

    /// <summary>Melting point, K; of C and As the triple point.</summary>
    public double? MeltingPoint => ElementTable.MeltingPoint[AtomicNumber - 1];

    /// <summary>Boiling point at 101.325 kPa, K; of C and As the sublimation point.</summary>
    public double? BoilingPoint => ElementTable.BoilingPoint[AtomicNumber - 1];

    /// <summary>First ionization energy, eV.</summary>
    public double? IonizationEnergy => ElementTable.IonizationEnergy[AtomicNumber - 1];

    /// <summary>Measured electron affinity, eV; 0 where no negative ion is stable.</summary>
    public double? ElectronAffinity => ElementTable.ElectronAffinity[AtomicNumber - 1];

    /// <summary>Static dipole polarizability of the free atom, atomic units (1 a.u. = 0.14818471 Å³).</summary>
    public double? Polarizability => ElementTable.Polarizability[AtomicNumber - 1];

    /// <summary>Pettifor's Mendeleev number, 1 (He) to 103 (H): chemically similar elements are near each other.</summary>
    public int? MendeleevNumber => (int?)ElementTable.MendeleevNumber[AtomicNumber - 1];

    /// <summary>
    /// Saturation moment of the element near 0 K, µB per atom: 2.22 for Fe; 0 without magnetic order; null where it is antiferromagnetic
    /// or unknown.
    /// </summary>
    public double? SaturationMoment => ElementTable.SaturationMoment[AtomicNumber - 1];

    /// <summary>Spin-only moment of the free atom in its ground state, µB: twice its total spin, 4 for Fe; null beyond Z = 105.</summary>
    public int? FreeAtomMoment => ElementTable.GroundLevel[AtomicNumber - 1] is { } level ? level[0] - '1' : null;

    /// <summary>Ground-state electron configuration of the free atom, such as <c>[Ar] 3d6 4s2</c>; null beyond Z = 108.</summary>
    public string? Configuration => ElementTable.Configuration[AtomicNumber - 1];

    /// <summary>Electrons beyond the noble-gas core by subshell, filled d and f subshells included; null beyond Z = 108.</summary>
    public ShellCounts? Valence => ElementTable.Valence[AtomicNumber - 1];

    /// <summary>Empty places in the subshells that hold electrons beyond the noble-gas core; null beyond Z = 108.</summary>
    public ShellCounts? Unfilled => ElementTable.Unfilled[AtomicNumber - 1];

    /// <summary>All effective ionic radii (Shannon 1976), by charge, then coordination; empty where there is none.</summary>
    public ImmutableArray<IonicRadius> IonicRadii => IonicRadiusTable.Radii[AtomicNumber - 1];

    /// <summary>An effective ionic radius, Å (Shannon 1976), of the usual polyhedron.</summary>
    /// <param name="charge">Oxidation state.</param>
    /// <param name="coordination">Number of neighbours.</param>
    /// <param name="spin">Spin state; left open, the high-spin radius where there are two.</param>
    /// <returns>Null where Shannon gives none.</returns>
    public double? IonicRadiusOf(int charge, int coordination = 6, SpinState spin = SpinState.Unspecified)
    {
        double? found = null;
        foreach (IonicRadius radius in IonicRadii)
        {
            if (radius.Charge != charge || radius.Coordination != coordination || radius.Geometry.Length > 0) continue;
            if (radius.Spin == spin) return radius.Radius;
            if (spin == SpinState.Unspecified && (found is null || radius.Spin == SpinState.High)) found = radius.Radius;
        }

        return found;
    }

    /// <summary>Place in a formula that begins with the most electropositive element.</summary>
    internal int FormulaRank => ElementTable.FormulaRank[AtomicNumber - 1];
}
