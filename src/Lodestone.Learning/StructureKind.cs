namespace Lodestone.Learning;

/// <summary>Kinds of structures.</summary>
public enum StructureKind
{
    /// <summary>Periodic: with a lattice.</summary>
    Crystals,

    /// <summary>Without a lattice.</summary>
    Molecules,
}
