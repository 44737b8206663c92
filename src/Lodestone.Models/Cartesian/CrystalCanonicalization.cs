namespace Lodestone.Models.Cartesian;

/// <summary>What makes a network of Cartesian vectors independent of how a crystal is turned and described.</summary>
public enum CrystalCanonicalization
{
    /// <summary>Nothing: the crystal is read as it is given.</summary>
    None,

    /// <summary>It is brought into its standard cell first.</summary>
    Rule,

    /// <summary>It is brought into the primitive standard cell of its space group first.</summary>
    Symmetry,

    /// <summary>Of all standard cells a small network chooses, which learns with the rest.</summary>
    Learned,
}
