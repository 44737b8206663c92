namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>How a model of the comparison on crystals comes about.</summary>
public enum CrystalVariantKind
{
    /// <summary>A network is trained from random weights.</summary>
    Trained,

    /// <summary>The weights of the plain network are trained on, behind a canonicalization that learns from the labels alone.</summary>
    Tuned,

    /// <summary>The plain network stays as it is and reads crystals in their standard cell; nothing is learned.</summary>
    StandardCell,

    /// <summary>The plain network stays as it is, behind a canonicalizer that learned from the prior alone.</summary>
    Adapted,
}
