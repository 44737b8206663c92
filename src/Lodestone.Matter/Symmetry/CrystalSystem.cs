namespace Lodestone.Matter.Symmetry;

/// <summary>One of the seven crystal systems: which rotations a space group has. From the lowest symmetry to the highest.</summary>
public enum CrystalSystem
{
    /// <summary>Space groups 1 and 2.</summary>
    Triclinic = 1,

    /// <summary>Space groups 3 to 15.</summary>
    Monoclinic,

    /// <summary>Space groups 16 to 74.</summary>
    Orthorhombic,

    /// <summary>Space groups 75 to 142.</summary>
    Tetragonal,

    /// <summary>Space groups 143 to 167.</summary>
    Trigonal,

    /// <summary>Space groups 168 to 194.</summary>
    Hexagonal,

    /// <summary>Space groups 195 to 230.</summary>
    Cubic,
}
