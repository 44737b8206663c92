namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>What is done to the pretrained network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">How it is adapted.</param>
public sealed record AdaptationVariant(string Name, AdaptationMethod Method)
{
    /// <summary>True where there is a canonicalizer before the network.</summary>
    public bool HasCanonicalizer => Method is not (AdaptationMethod.None or AdaptationMethod.Augmentation);

    /// <summary>Rotations of a canonicalizer over a finite group.</summary>
    public int Rotations { get; init; }

    /// <summary>Weight of the prior beside the cross-entropy of the labels.</summary>
    public double PriorWeight { get; init; }

    /// <summary>The network stays as it is and the canonicalizer learns from the prior alone.</summary>
    public bool Frozen { get; init; }

    /// <summary>The comparison: no adaptation, augmentation, and canonicalizers without and with the prior, of several kinds.</summary>
    public static IReadOnlyList<AdaptationVariant> Comparison { get; } =
    [
        new("none", AdaptationMethod.None),
        new("augmentation", AdaptationMethod.Augmentation),
        Convolution(4, 1),
        Convolution(8, 0),
        Convolution(8, 1),
        new("C8 frozen", AdaptationMethod.GroupConvolution) { Rotations = 8, PriorWeight = 1, Frozen = true },
        new("SO(2) steerable, prior 1", AdaptationMethod.Steerable) { PriorWeight = 1 },
    ];

    /// <summary>More weights of the prior, canonicalizers by optimization, and more rotations.</summary>
    public static IReadOnlyList<AdaptationVariant> Ablation { get; } =
    [
        Convolution(4, 0), Convolution(8, 0.01), Convolution(8, 0.1), Convolution(8, 10), Convolution(8, 100),
        new("C8 energy, prior 1", AdaptationMethod.Energy) { Rotations = 8, PriorWeight = 1 },
        new("C8 optimized, prior 1", AdaptationMethod.Contrastive) { Rotations = 8, PriorWeight = 1 },
        Convolution(64, 1),
    ];

    private static AdaptationVariant Convolution(int rotations, double weight) =>
        new(FormattableString.Invariant($"C{rotations}, prior {weight}"), AdaptationMethod.GroupConvolution) { Rotations = rotations, PriorWeight = weight };
}
