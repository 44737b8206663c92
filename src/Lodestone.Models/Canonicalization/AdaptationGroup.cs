namespace Lodestone.Models.Canonicalization;

/// <summary>Under what an adapted model becomes invariant.</summary>
public enum AdaptationGroup
{
    /// <summary>Rotations and reflections of the crystal, its cell kept.</summary>
    O3,

    /// <summary>Rotations of the crystal, its cell kept; mirror images may differ.</summary>
    So3,

    /// <summary>Rotations, reflections, translations and every other cell of the same crystal.</summary>
    Cell,
}
