using System.Collections.Immutable;
using static Lodestone.Matter.Symmetry.CrystalSystem;

namespace Lodestone.Symmetry.Crystals;

/// <summary>The 32 crystallographic point groups, each with the number of the space group P or R that has its operations and no others.</summary>
internal static class PointGroupTable
{
    public static ImmutableArray<PointGroup> All { get; } =
    [
        new("1", "C1", Triclinic, 1),
        new("-1", "Ci", Triclinic, 2),
        new("2", "C2", Monoclinic, 3),
        new("m", "Cs", Monoclinic, 6),
        new("2/m", "C2h", Monoclinic, 10),
        new("222", "D2", Orthorhombic, 16),
        new("mm2", "C2v", Orthorhombic, 25),
        new("mmm", "D2h", Orthorhombic, 47),
        new("4", "C4", Tetragonal, 75),
        new("-4", "S4", Tetragonal, 81),
        new("4/m", "C4h", Tetragonal, 83),
        new("422", "D4", Tetragonal, 89),
        new("4mm", "C4v", Tetragonal, 99),
        new("-42m", "D2d", Tetragonal, 111),
        new("4/mmm", "D4h", Tetragonal, 123),
        new("3", "C3", Trigonal, 143),
        new("-3", "C3i", Trigonal, 147),
        new("32", "D3", Trigonal, 150),
        new("3m", "C3v", Trigonal, 156),
        new("-3m", "D3d", Trigonal, 164),
        new("6", "C6", Hexagonal, 168),
        new("-6", "C3h", Hexagonal, 174),
        new("6/m", "C6h", Hexagonal, 175),
        new("622", "D6", Hexagonal, 177),
        new("6mm", "C6v", Hexagonal, 183),
        new("-6m2", "D3h", Hexagonal, 187),
        new("6/mmm", "D6h", Hexagonal, 191),
        new("23", "T", Cubic, 195),
        new("m-3", "Th", Cubic, 200),
        new("432", "O", Cubic, 207),
        new("-43m", "Td", Cubic, 215),
        new("m-3m", "Oh", Cubic, 221),
    ];
}
