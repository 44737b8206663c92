using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>
/// The conventional cells of a group: edges along its axes, right-handed, as the settings of International Tables expect them. What is left
/// open by the axes, the tables hold as further settings, or it is one of several cells here.
/// </summary>
internal static class ConventionalCell
{
    /// <summary>The cells to try: rows of whole numbers that make the conventional edges of the primitive ones.</summary>
    /// <param name="system">The crystal system.</param>
    /// <param name="rotations">All rotation parts, in the primitive cell.</param>
    /// <param name="primitive">The primitive cell in rows, Å, right-handed.</param>
    public static IntegerMatrix3[] Of(CrystalSystem system, IReadOnlyList<RotationPart> rotations, Matrix3D primitive)
    {
        RotationPart[] proper = [.. rotations.Select(RotationKind.Proper).Distinct()];
        return system switch
        {
            CrystalSystem.Triclinic => [IntegerMatrix3.Identity],
            CrystalSystem.Monoclinic => [Monoclinic(OfOrder(proper, 2).First(), primitive)],
            CrystalSystem.Orthorhombic => [RightHanded([.. OfOrder(proper, 2).Select(LatticePlane.Axis)])],
            CrystalSystem.Tetragonal => [Uniaxial(OfOrder(proper, 4).First(), primitive)],
            CrystalSystem.Cubic => Cubic(proper),
            _ => Hexagonal(OfOrder(proper, 3).First(), primitive),
        };
    }

    private static IEnumerable<RotationPart> OfOrder(RotationPart[] proper, int order) => proper.Where(rotation => RotationKind.Order(rotation) == order);

    private static IntegerMatrix3 Monoclinic(RotationPart twofold, Matrix3D primitive)
    {
        (CellImage a, CellImage c) = LatticePlane.ReducedBasis(twofold, primitive);
        return RightHanded([a, LatticePlane.Axis(twofold), c]);
    }

    // a is a shortest vector of the plane, and the rotation makes b of it.
    private static IntegerMatrix3 Uniaxial(RotationPart rotation, Matrix3D primitive)
    {
        (CellImage a, _) = LatticePlane.ReducedBasis(rotation, primitive);
        CellImage axis = LatticePlane.Axis(rotation);
        var cell = new IntegerMatrix3(a, LatticePlane.Image(rotation, a), axis);
        return cell.Determinant > 0 ? cell : cell with { C = CellImage.Zero - axis };
    }

    // The obverse and the reverse setting of a rhombohedral lattice.
    private static IntegerMatrix3[] Hexagonal(RotationPart threefold, Matrix3D primitive)
    {
        IntegerMatrix3 cell = Uniaxial(threefold, primitive);
        return [cell, new(CellImage.Zero - cell.A, CellImage.Zero - cell.B, cell.C)];
    }

    // Two cells, because Pa-3 is another setting when it is turned by 90°.
    private static IntegerMatrix3[] Cubic(RotationPart[] proper)
    {
        RotationPart along = OfOrder(proper, 4).Concat(OfOrder(proper, 2)).First(), around = OfOrder(proper, 3).First();
        CellImage x = LatticePlane.Axis(along), y = LatticePlane.Image(around, x), z = LatticePlane.Image(around, y);
        IntegerMatrix3 cell = new(x, y, z);
        if (cell.Determinant < 0) cell = new(CellImage.Zero - x, CellImage.Zero - y, CellImage.Zero - z);
        return [cell, new(CellImage.Zero - cell.B, cell.A, cell.C)];
    }

    private static IntegerMatrix3 RightHanded(CellImage[] edges)
    {
        var cell = new IntegerMatrix3(edges[0], edges[1], edges[2]);
        return cell.Determinant > 0 ? cell : cell with { A = CellImage.Zero - cell.A };
    }
}
