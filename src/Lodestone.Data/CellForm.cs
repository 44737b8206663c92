namespace Lodestone.Data;

/// <summary>In which cell crystals are described.</summary>
public enum CellForm
{
    /// <summary>The standard primitive cell of the space group, sites and lattice made exactly symmetric.</summary>
    Primitive,

    /// <summary>The standard conventional cell of the space group, sites and lattice made exactly symmetric.</summary>
    Conventional,

    /// <summary>The Niggli-reduced primitive cell, every site where it is.</summary>
    Niggli,
}
