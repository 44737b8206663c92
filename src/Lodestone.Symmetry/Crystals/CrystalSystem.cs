namespace Lodestone.Symmetry.Crystals;

/// <summary>The seven crystal systems.</summary>
public enum CrystalSystem
{
    /// <summary>No axis.</summary>
    Triclinic,

    /// <summary>One axis of order two.</summary>
    Monoclinic,

    /// <summary>Three axes of order two.</summary>
    Orthorhombic,

    /// <summary>One axis of order four.</summary>
    Tetragonal,

    /// <summary>One axis of order three.</summary>
    Trigonal,

    /// <summary>One axis of order six.</summary>
    Hexagonal,

    /// <summary>Four axes of order three.</summary>
    Cubic,
}
