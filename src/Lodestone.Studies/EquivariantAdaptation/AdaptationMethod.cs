namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>How a pretrained network is made to bear rotated images.</summary>
public enum AdaptationMethod
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It learns from images rotated by random angles, without a canonicalizer.</summary>
    Augmentation,

    /// <summary>A canonicalizer of group convolutions.</summary>
    GroupConvolution,

    /// <summary>A plain network gives the energy of each rotated copy.</summary>
    Energy,

    /// <summary>A plain network gives a vector of each rotated copy, compared with a reference.</summary>
    Contrastive,

    /// <summary>A harmonic network gives the angle.</summary>
    Steerable,
}
