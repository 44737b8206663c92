using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>
/// A crystal in the standard cell of its space group, idealized: every site is on its exact position, the mean over the group, and the metric of the
/// lattice is the mean over the group as well. However the crystal was given (turned, shifted, in another cell or order of sites), the result is the
/// same. Mirror images stay apart.
/// </summary>
/// <remarks>
/// <para>
/// The setting is the first of the number in <see cref="Symmetry.SpaceGroup.All"/>: unique axis b with cell choice 1, hexagonal axes, origin choice 2
/// (International Tables for Crystallography A). Both cells lie with the conventional a along x and b in the plane of x and y, right-handed. Sites
/// are in order of kind (by species and occupancies; the rarest first, then the lightest) and of z, x and y; they have no labels, moments and oxidation
/// states.
/// </para>
/// <para>
/// The setting leaves axes and origin open up to the affine normalizer of the group. Ours, of the axes with the same operations: the shortest sum of
/// squared edges, then β of at least 90°, then the shortest a, then the shortest b (a triclinic cell is the Niggli cell). Of the axes and origins that
/// remain, those whose list of sites comes first; along directions that the group leaves free, one of the atoms of the rarest kind is at 0. So special
/// positions may have other Wyckoff letters than in a publication. The search for the group and the conventional cell follow R. W. Grosse-Kunstleve,
/// Acta Cryst. A55, 383 (1999); matrices of the primitive cells and the idea of an idealized cell are as in A. Togo, K. Shinohara and I. Tanaka,
/// "Spglib: a software library for crystal symmetry search", arXiv:1808.01590.
/// </para>
/// </remarks>
public sealed class StandardizedCrystal
{
    internal StandardizedCrystal(SpaceGroup spaceGroup, Structure conventional, Matrix3D transformation, Vector3D originShift, Matrix3D rotation)
    {
        SpaceGroup = spaceGroup;
        Conventional = conventional;
        Primitive = Standard.CentredCell.Primitive(conventional, spaceGroup);
        Transformation = transformation;
        OriginShift = originShift;
        Rotation = rotation;
    }

    /// <summary>The space group, in its standard setting.</summary>
    public SpaceGroup SpaceGroup { get; }

    /// <summary>The crystal in the conventional cell.</summary>
    public Structure Conventional { get; }

    /// <summary>The crystal in the standard primitive cell, with the axes and origin of the conventional one.</summary>
    public Structure Primitive { get; }

    /// <summary>M: the rows of the conventional cell are M times those of the given one, but for <see cref="Rotation"/> and the idealization.</summary>
    public Matrix3D Transformation { get; }

    /// <summary>
    /// s: fractional coordinates f (rows) of the given cell become f M⁻¹ + s in the conventional cell, but for whole edges and the idealization.
    /// </summary>
    public Vector3D OriginShift { get; }

    /// <summary>
    /// R, a proper rotation: a Cartesian direction v (row) of the given crystal becomes v R. It brings the conventional cell, as measured, into the
    /// standard orientation; what is left between that and the lattice here is the idealization.
    /// </summary>
    public Matrix3D Rotation { get; }
}
