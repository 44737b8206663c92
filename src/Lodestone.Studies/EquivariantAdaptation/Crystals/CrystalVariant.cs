using Lodestone.Models.Canonicalization;
using Lodestone.Models.Cartesian;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>A model of the comparison on crystals.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is done.</param>
public sealed record CrystalVariant(string Name, CrystalVariantKind Kind)
{
    /// <summary>The architecture that is trained.</summary>
    public string Architecture { get; init; } = "cartesian";

    /// <summary>How a network of Cartesian vectors is canonicalized.</summary>
    public CrystalCanonicalization Canonicalization { get; init; }

    /// <summary>Whether crystals are turned and mirrored at random in training.</summary>
    public bool Augmentation { get; init; }

    /// <summary>What a learned canonicalizer before the frozen network makes it invariant under.</summary>
    public AdaptationGroup Group { get; init; }

    /// <summary>The plain network, which the adapted ones start from.</summary>
    public static CrystalVariant Plain { get; } = new("none", CrystalVariantKind.Trained);

    /// <summary>The plain network and what competes with it, trained from the start; then what can be made of the trained plain network.</summary>
    public static IReadOnlyList<CrystalVariant> Comparison { get; } =
    [
        Plain,
        new("augmentation", CrystalVariantKind.Trained) { Augmentation = true },
        new("rule", CrystalVariantKind.Trained) { Canonicalization = CrystalCanonicalization.Rule },
        new("symmetry", CrystalVariantKind.Trained) { Canonicalization = CrystalCanonicalization.Symmetry },
        new("learned", CrystalVariantKind.Trained) { Canonicalization = CrystalCanonicalization.Learned },
        new("egnn", CrystalVariantKind.Trained) { Architecture = "egnn" },
        new("standard cell", CrystalVariantKind.StandardCell),
        new("tuned, no prior", CrystalVariantKind.Tuned) { Canonicalization = CrystalCanonicalization.Learned },
        new("prior, o3", CrystalVariantKind.Adapted),
        new("prior, cell", CrystalVariantKind.Adapted) { Group = AdaptationGroup.Cell },
    ];
}
