using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>
/// Canonicalization of crystals by their space group: axes and origin are those of <see cref="StandardizedCrystal"/>, in its primitive cell. Every site
/// stays where it is in the crystal, so a crystal that has its symmetry within a tolerance only is not made exact; of the symmetric choices that then
/// differ a little, the one whose cell and list of sites comes first is taken. Of two mirror images, the one with the lower number of the space group,
/// or the first list.
/// </summary>
/// <remarks>Differences of less than about 3·10⁻⁵ of a cell edge may count as none. Where a crystal is at the edge of the tolerance, a small change can
/// give it another space group, and so another cell.</remarks>
public sealed class SymmetryStandardCell : ICanonicalizer<CrystalMotion, Structure>
{
    private static readonly CrystalMotion Inversion = CrystalMotion.Identity with { Rotation = new(new(-1, 0, 0), new(0, -1, 0), new(0, 0, -1)) };

    /// <inheritdoc/>
    public IGroup<CrystalMotion> Group { get; } = new CrystalGroup();

    /// <inheritdoc/>
    public Structure Act(CrystalMotion element, Structure input) => element.Act(input);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The structure is a molecule, or not in a primitive cell.</exception>
    public CrystalMotion Frame(Structure input)
    {
        CrystalSymmetry symmetry = CrystalSymmetry.Find(input);
        if (symmetry.Primitive.Sites.Length != input.Sites.Length) throw new ArgumentException("The crystal is not in a primitive cell.", nameof(input));
        return Motion(input, input, symmetry).Inverse();
    }

    /// <summary>A crystal in its standard cell, primitive, whatever cell it is given in; without moments and oxidation states.</summary>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static Structure Of(Structure crystal)
    {
        CrystalSymmetry symmetry = CrystalSymmetry.Find(crystal);
        return Motion(symmetry.Primitive, crystal, symmetry).Act(symmetry.Primitive);
    }

    /// <summary>The chosen motion of a crystal in a primitive cell, which was given in any cell.</summary>
    private static CrystalMotion Motion(Structure primitive, Structure given, CrystalSymmetry symmetry)
    {
        IEnumerable<CrystalMotion> motions = Ways(primitive, given, symmetry);
        if (symmetry.SpaceGroup.Operations.All(operation => operation.Rotation.Determinant > 0))
        {
            Structure image = Inversion.Act(given);
            CrystalSymmetry other = CrystalSymmetry.Find(image);
            IEnumerable<CrystalMotion> ofImage = Ways(Inversion.Act(primitive), image, other).Select(way => way * Inversion);
            motions = symmetry.SpaceGroup.Number.CompareTo(other.SpaceGroup.Number) switch
            {
                < 0 => motions,
                0 => motions.Concat(ofImage),
                _ => ofImage,
            };
        }
        return motions.MinBy(motion => CellListing.Of(motion.Act(primitive)));
    }

    /// <summary>The motions that bring a crystal into its standard cell: one for each operation of its point group.</summary>
    private static IEnumerable<CrystalMotion> Ways(Structure primitive, Structure given, CrystalSymmetry symmetry)
    {
        StandardizedCrystal standard = symmetry.Standardize();
        Matrix3D measured = standard.Transformation * given.Lattice!.Vectors, toCell = primitive.Lattice!.Vectors.Inverse();
        Matrix3D edges = standard.Primitive.Lattice!.Vectors * standard.Conventional.Lattice!.Vectors.Inverse();
        foreach (SymmetryOperation operation in standard.SpaceGroup.Operations.DistinctBy(operation => operation.Rotation))
        {
            // Coordinates f become W f + w; so the rows of the cell are multiplied by the inverse of the transposed W.
            RotationPart w = operation.Rotation;
            Matrix3D transposed = new(new(w.XX, w.YX, w.ZX), new(w.XY, w.YY, w.ZY), new(w.XZ, w.YZ, w.ZZ));
            Matrix3D conventional = transposed.Inverse() * measured;
            Matrix3D rotation = StandardOrientation.Of(conventional, reflections: true);
            Vector3D origin = standard.OriginShift * transposed + operation.Translation.Fractional;
            yield return new CrystalMotion(Whole(edges * conventional * toCell), rotation, origin * (conventional * rotation));
        }
    }

    private static IntegerMatrix3 Whole(Matrix3D m) => new(Whole(m.A), Whole(m.B), Whole(m.C));

    private static CellImage Whole(Vector3D row) => new((int)Math.Round(row.X), (int)Math.Round(row.Y), (int)Math.Round(row.Z));
}
