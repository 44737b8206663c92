using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>
/// Another description of the same crystal: it is turned, shifted, and given another basis of its lattice. In rows, the lattice L becomes B·L·R and a
/// position x becomes x·R + t.
/// </summary>
/// <param name="Basis">B, whole numbers, of determinant ±1.</param>
/// <param name="Rotation">R, orthogonal; it acts on rows from the right.</param>
/// <param name="Shift">t, Å.</param>
public readonly record struct CrystalMotion(IntegerMatrix3 Basis, Matrix3D Rotation, Vector3D Shift)
{
    private const double Zero = 1e-6;

    /// <summary>The motion that changes nothing.</summary>
    public static CrystalMotion Identity => new(IntegerMatrix3.Identity, Matrix3D.Identity, Vector3D.Zero);

    /// <summary>The motion back.</summary>
    public CrystalMotion Inverse()
    {
        Matrix3D back = Rotation.Transposed;
        return new CrystalMotion(Basis.UnimodularInverse(), back, -(Shift * back));
    }

    /// <summary>The motion that does <paramref name="second"/> first and <paramref name="first"/> on its result.</summary>
    public static CrystalMotion operator *(CrystalMotion first, CrystalMotion second) => new(
        first.Basis * second.Basis, second.Rotation * first.Rotation, second.Shift * first.Rotation + first.Shift);

    /// <summary>
    /// The crystal in this description, its sites in their order and brought into the cell; a coordinate that is zero up to rounding stays there.
    /// </summary>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public Structure Act(Structure crystal)
    {
        Structure moved = crystal.Supercell(Basis).Rotated(Rotation).Translated(Shift);
        return new Structure(moved.Lattice, [.. moved.Sites.Select(site => site.At(Wrap(site.Fractional), moved.Lattice!))], moved.Warnings);
    }

    private static Vector3D Wrap(Vector3D f) => new(Wrap(f.X), Wrap(f.Y), Wrap(f.Z));

    private static double Wrap(double fraction) => fraction - Math.Floor(fraction + Zero);
}
