using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>Lays crystals otherwise than their source does; what they are stays the same.</summary>
internal static class CrystalPlacement
{
    /// <summary>Every crystal turned and possibly mirrored at random, its cell kept.</summary>
    public static IReadOnlyList<Material> Turned(IReadOnlyList<Material> crystals, Seeds seeds) =>
        Moved(crystals, seeds, (crystal, motion) => crystal.Rotated(motion.Rotation));

    /// <summary>Every crystal turned, shifted, and described by another cell of its lattice.</summary>
    public static IReadOnlyList<Material> DescribedAnew(IReadOnlyList<Material> crystals, Seeds seeds) =>
        Moved(crystals, seeds, (crystal, motion) => motion.Act(crystal));

    private static Material[] Moved(IReadOnlyList<Material> crystals, Seeds seeds, Func<Structure, CrystalMotion, Structure> move) =>
        [.. crystals.Zip(new CrystalGroup().Sample(crystals.Count, (int)(seeds.Root & int.MaxValue)), (crystal, motion) =>
            crystal with { Structure = move(crystal.Structure!, motion) })];
}
