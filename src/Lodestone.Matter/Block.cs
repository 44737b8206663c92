namespace Lodestone.Matter;

/// <summary>A block of the periodic table: the subshell that is being filled along it.</summary>
public enum Block
{
    /// <summary>Groups 1 and 2, and helium.</summary>
    S,

    /// <summary>Groups 13 to 18 without helium.</summary>
    P,

    /// <summary>Groups 3 to 12; lutetium and lawrencium stand in group 3.</summary>
    D,

    /// <summary>Lanthanum to ytterbium and actinium to nobelium.</summary>
    F,
}
