namespace Lodestone.Models.Ecn;

/// <summary>On what the hidden features of an ECN message live.</summary>
public enum EcnRepresentation
{
    /// <summary>On the eight cells of the supercell.</summary>
    Simple,

    /// <summary>On the elements of its symmetry group: the regular representation.</summary>
    Regular,
}
