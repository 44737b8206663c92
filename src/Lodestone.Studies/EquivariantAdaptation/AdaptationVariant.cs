namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>What is done to the pretrained network.</summary>
/// <param name="Name">Its name.</param>
public sealed record AdaptationVariant(string Name)
{
    /// <summary>Rotations of the canonicalizer; 0 for none.</summary>
    public int Rotations { get; init; }

    /// <summary>Weight of the prior beside the cross-entropy of the labels.</summary>
    public double PriorWeight { get; init; }

    /// <summary>The network stays as it is and the canonicalizer learns from the prior alone.</summary>
    public bool Frozen { get; init; }

    /// <summary>A plain network gives the energy of each rotated copy, instead of group convolutions.</summary>
    public bool Energy { get; init; }

    /// <summary>Without a canonicalizer: learn from images rotated by random angles.</summary>
    public bool Augmented { get; init; }

    /// <summary>The comparison: no adaptation, augmentation, canonicalizers without and with the prior, and by optimization.</summary>
    public static IReadOnlyList<AdaptationVariant> Comparison { get; } =
    [
        new("none"),
        new("augmentation") { Augmented = true },
        Canonicalized(4, 0),
        Canonicalized(4, 1),
        Canonicalized(8, 0),
        Canonicalized(8, 1),
        new("C8 frozen") { Rotations = 8, PriorWeight = 1, Frozen = true },
        new("C8 energy, prior 1") { Rotations = 8, PriorWeight = 1, Energy = true },
    ];

    /// <summary>More weights of the prior, and more rotations.</summary>
    public static IReadOnlyList<AdaptationVariant> Ablation { get; } =
        [Canonicalized(8, 0.01), Canonicalized(8, 0.1), Canonicalized(8, 10), Canonicalized(8, 100), Canonicalized(64, 1)];

    private static AdaptationVariant Canonicalized(int rotations, double weight) =>
        new(FormattableString.Invariant($"C{rotations}, prior {weight}")) { Rotations = rotations, PriorWeight = weight };
}
