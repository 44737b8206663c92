using Lodestone.Matter;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Symmetry.Crystals;

/// <summary>
/// A symmetry operation of a supercell of 2 × 2 × 2 primitive cells, which takes cell x to cell R·x + t, modulo two. A cell is a number of
/// three bits: 4·x + 2·y + z.
/// </summary>
/// <param name="Rotation">R, in the primitive basis.</param>
/// <param name="Shift">t, as a cell.</param>
public readonly record struct SupercellOperation(RotationPart Rotation, int Shift)
{
    /// <summary>Number of cells.</summary>
    public const int Cells = 8;

    /// <summary>The operation that changes nothing.</summary>
    public static SupercellOperation Identity => new(RotationPart.Identity, 0);

    /// <summary>The cell at so many lattice vectors from cell 0.</summary>
    public static int CellOf(CellImage image) => (image.A & 1) << 2 | (image.B & 1) << 1 | image.C & 1;

    /// <summary>Where the operation takes a cell.</summary>
    public int Apply(int cell) => Turn(Rotation, cell) ^ Shift;

    /// <summary>The operation that does <paramref name="second"/> first and <paramref name="first"/> on its result.</summary>
    public static SupercellOperation operator *(SupercellOperation first, SupercellOperation second) =>
        new(first.Rotation * second.Rotation, Turn(first.Rotation, second.Shift) ^ first.Shift);

    private static int Turn(RotationPart r, int cell)
    {
        int x = cell >> 2, y = cell >> 1 & 1, z = cell & 1;
        return CellOf(new CellImage(r.XX * x + r.XY * y + r.XZ * z, r.YX * x + r.YY * y + r.YZ * z, r.ZX * x + r.ZY * y + r.ZZ * z));
    }
}
