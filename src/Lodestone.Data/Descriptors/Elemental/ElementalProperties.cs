using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>The properties of the elements that sets of descriptors share.</summary>
internal static class ElementalProperties
{
    private const string Crc = "CRC Handbook of Chemistry and Physics, 95th ed. (2014).";
    private const string Nist = "Kramida et al., NIST Atomic Spectra Database.";
    private const string Table = "The periodic table.";

    public static readonly ElementalProperty AtomicNumber = Number("atomic_number", "atomic number", Table, e => e.AtomicNumber);
    public static readonly ElementalProperty MendeleevNumber = Number(
        "mendeleev_number", "Mendeleev number", "Pettifor, Mater. Sci. Technol. 4, 675 (1988).", e => e.MendeleevNumber);
    public static readonly ElementalProperty Mass = new(
        "mass", "u", "u", "atomic mass", "Prohaska et al., Pure Appl. Chem. 94, 573 (2022).", e => e.Mass);
    public static readonly ElementalProperty MeltingPoint = new("melting_point", "K", "K", "melting point", Crc, e => e.MeltingPoint);
    public static readonly ElementalProperty BoilingPoint = new("boiling_point", "K", "K", "boiling point", Crc, e => e.BoilingPoint);
    public static readonly ElementalProperty Group = Number("group", "group, 3 in the f block", Table, e => e.Group ?? 3);
    public static readonly ElementalProperty Period = Number("period", "period", Table, e => e.Period);
    public static readonly ElementalProperty CovalentRadius = new(
        "covalent_radius", "Å", "A", "covalent radius", "Cordero et al., Dalton Trans. 2832 (2008).", e => e.CovalentRadius);
    public static readonly ElementalProperty AtomicRadius = new(
        "atomic_radius", "Å", "A", "empirical atomic radius", "Slater, J. Chem. Phys. 41, 3199 (1964).", e => e.AtomicRadius);
    public static readonly ElementalProperty AtomicVolume = new(
        "atomic_volume", "Å³", "A3", "volume of an atom in the condensed element", Crc, e => e.AtomicVolume);
    public static readonly ElementalProperty Density = new("density", "g/cm³", "g_cm3", "density of the element", Crc, e => e.Density);
    public static readonly ElementalProperty Electronegativity = Number(
        "electronegativity", "electronegativity on Pauling's scale", "Allred, J. Inorg. Nucl. Chem. 17, 215 (1961).", e => e.Electronegativity);
    public static readonly ElementalProperty IonizationEnergy = new(
        "ionization_energy", "eV", "eV", "first ionization energy", Nist, e => e.IonizationEnergy);
    public static readonly ElementalProperty ElectronAffinity = new(
        "electron_affinity", "eV", "eV", "electron affinity", "Ning and Lu, J. Phys. Chem. Ref. Data 51, 021502 (2022).", e => e.ElectronAffinity);
    public static readonly ElementalProperty Polarizability = new(
        "polarizability", "a.u.", "au", "static dipole polarizability of the free atom", "Schwerdtfeger and Nagle, Mol. Phys. 117, 1200 (2019).",
        e => e.Polarizability);
    public static readonly ElementalProperty ValenceS = Electrons("s_valence", "number of s electrons beyond the noble-gas core", e => e.Valence?.S);
    public static readonly ElementalProperty ValenceP = Electrons("p_valence", "number of p electrons beyond the noble-gas core", e => e.Valence?.P);
    public static readonly ElementalProperty ValenceD = Electrons("d_valence", "number of d electrons beyond the noble-gas core", e => e.Valence?.D);
    public static readonly ElementalProperty ValenceF = Electrons("f_valence", "number of f electrons beyond the noble-gas core", e => e.Valence?.F);
    public static readonly ElementalProperty ValenceTotal = Electrons("valence", "number of electrons beyond the noble-gas core", e => e.Valence?.Total);
    public static readonly ElementalProperty UnfilledS = Electrons("s_unfilled", "number of empty places in occupied s subshells", e => e.Unfilled?.S);
    public static readonly ElementalProperty UnfilledP = Electrons("p_unfilled", "number of empty places in occupied p subshells", e => e.Unfilled?.P);
    public static readonly ElementalProperty UnfilledD = Electrons("d_unfilled", "number of empty places in occupied d subshells", e => e.Unfilled?.D);
    public static readonly ElementalProperty UnfilledF = Electrons("f_unfilled", "number of empty places in occupied f subshells", e => e.Unfilled?.F);
    public static readonly ElementalProperty UnfilledTotal = Electrons(
        "unfilled", "number of empty places in occupied subshells", e => e.Unfilled?.Total);
    public static readonly ElementalProperty FreeAtomMoment = new(
        "free_atom_moment", "µB", "uB", "spin moment of the free atom", Nist, e => e.FreeAtomMoment);
    public static readonly ElementalProperty IsMagnetic = Number(
        "is_magnetic", "sign of a magnetic element, 1 or 0", MagneticElements.Source, e => MagneticElements.Contains(e) ? 1 : 0);

    /// <summary>The properties over which the set <c>composition</c> takes statistics.</summary>
    public static ImmutableArray<ElementalProperty> OfCompositions { get; } =
    [
        AtomicNumber, MendeleevNumber, Mass, MeltingPoint, BoilingPoint, Group, Period, CovalentRadius, AtomicRadius, AtomicVolume, Density,
        Electronegativity, IonizationEnergy, ElectronAffinity, Polarizability, ValenceS, ValenceP, ValenceD, ValenceF, ValenceTotal, UnfilledS,
        UnfilledP, UnfilledD, UnfilledF, UnfilledTotal, FreeAtomMoment,
    ];

    private static ElementalProperty Number(string name, string phrase, string source, Func<Element, double?> value) =>
        new(name, "", "", phrase, source, value);

    private static ElementalProperty Electrons(string name, string phrase, Func<Element, double?> value) => Number(name, phrase, Nist, value);
}
