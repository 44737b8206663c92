namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>How a network treats the symmetry of its input.</summary>
public enum SymmetryModel
{
    /// <summary>Equivariant: the output is at least as symmetric as the input.</summary>
    Equivariant,

    /// <summary>Equivariant in the input and in noise beside it.</summary>
    Noise,

    /// <summary>Relaxed equivariant.</summary>
    Relaxed,
}
