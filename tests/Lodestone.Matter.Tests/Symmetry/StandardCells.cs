using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

/// <summary>What every standardized crystal has to be.</summary>
internal static class StandardCells
{
    private const double Same = 1e-6; // Å

    /// <summary>The crystal turned, shifted, in another cell, sometimes a double one, its sites in another order.</summary>
    public static Structure Described(Structure crystal, Random random)
    {
        Matrix3D rotation = RotationOf(random);
        IntegerMatrix3 change = IntegerMatrix3.Diagonal(1, 1, random.Next(2) == 0 || crystal.Sites.Length > 40 ? 1 : 2);
        for (int step = 0; step < 4; step++)
        {
            int row = random.Next(3), other = (row + random.Next(1, 3)) % 3, sign = random.Next(2) == 0 ? 1 : -1;
            int[,] m = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
            m[row, other] = sign;
            change = new IntegerMatrix3(new(m[0, 0], m[0, 1], m[0, 2]), new(m[1, 0], m[1, 1], m[1, 2]), new(m[2, 0], m[2, 1], m[2, 2])) * change;
        }
        var shift = new Vector3D(random.NextDouble(), 3 * random.NextDouble(), -5 * random.NextDouble());
        Structure moved = crystal.Supercell(change).Rotated(rotation).Translated(shift).Wrapped();
        int[] order = [.. Enumerable.Range(0, moved.Sites.Length)];
        random.Shuffle(order);
        return moved.Permuted(order);
    }

    /// <summary>What is wrong with the standard cells of two descriptions of one crystal, or null.</summary>
    public static string? Fault(Structure first, Structure second, double tolerance)
    {
        CrystalSymmetry symmetry = CrystalSymmetry.Find(first, tolerance);
        StandardizedCrystal standard = symmetry.Standardize();
        if (SymmetryFault(standard) is { } broken) return broken;
        if (TransformationFault(first, standard, 20 * tolerance) is { } transformed) return transformed;
        if (Math.Abs(standard.Conventional.Lattice!.Volume / standard.Conventional.Sites.Length / (first.Lattice!.Volume / first.Sites.Length) - 1) > 10 * tolerance)
            return "another volume an atom";
        if (standard.Conventional.Sites.Length != Centrings(standard.SpaceGroup) * standard.Primitive.Sites.Length) return "another number of primitive sites";
        if (standard.Primitive.Sites.Length != symmetry.Primitive.Sites.Length) return "the primitive cell is another";
        if (Difference(standard, CrystalSymmetry.Find(second, tolerance).Standardize()) is { } other) return $"of another description {other}";
        if (Difference(standard, CrystalSymmetry.Find(standard.Conventional, tolerance).Standardize()) is { } again) return $"standardized twice {again}";
        if (Difference(standard, CrystalSymmetry.Find(standard.Primitive, tolerance).Standardize()) is { } primitive) return $"of the primitive cell {primitive}";
        return null;
    }

    private static Matrix3D RotationOf(Random random)
    {
        Vector3D Any() => new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
        Vector3D a = Any(), b = Vector3D.Cross(a, Any()), x = 1 / a.Length * a, y = 1 / b.Length * b;
        return new Matrix3D(x, y, Vector3D.Cross(x, y));
    }

    private static int Centrings(SpaceGroup group) => group.Operations.Count(operation => operation.Rotation == RotationPart.Identity);

    private static string? Difference(StandardizedCrystal a, StandardizedCrystal b)
    {
        if (a.SpaceGroup != b.SpaceGroup) return $"space group {b.SpaceGroup} and not {a.SpaceGroup}";
        return Difference(a.Conventional, b.Conventional) ?? Difference(a.Primitive, b.Primitive);
    }

    private static string? Difference(Structure a, Structure b)
    {
        Matrix3D u = a.Lattice!.Vectors, v = b.Lattice!.Vectors;
        for (int i = 0; i < 3; i++)
            if ((u[i] - v[i]).Length > Same) return $"lattice vector {i} differs by {(u[i] - v[i]).Length:G2}";
        if (a.Sites.Length != b.Sites.Length) return $"{b.Sites.Length} and not {a.Sites.Length} sites";
        for (int i = 0; i < a.Sites.Length; i++)
        {
            if (!a.Sites[i].Species.SequenceEqual(b.Sites[i].Species)) return $"site {i} is another";
            double apart = a.Lattice.MinimumImage(a.Sites[i].Cartesian - b.Sites[i].Cartesian).Length;
            if (apart > Same) return $"site {i} is {apart:G2} away";
        }
        return null;
    }

    // The tabulated operations, exactly; the cell lies as it should.
    private static string? SymmetryFault(StandardizedCrystal standard)
    {
        Structure crystal = standard.Conventional;
        Matrix3D rows = crystal.Lattice!.Vectors;
        if (rows.A.Y != 0 || rows.A.Z != 0 || rows.B.Z != 0 || !(rows.A.X > 0 && rows.B.Y > 0 && rows.C.Z > 0)) return "the cell lies wrong";
        if (!standard.SpaceGroup.IsCompatibleWith(crystal.Lattice, 1e-12)) return "the cell is not that of the group";
        if (Math.Abs(standard.Rotation.Determinant - 1) > 1e-9) return "the rotation is none";
        foreach (SymmetryOperation operation in standard.SpaceGroup.Operations)
            foreach (Site site in crystal.Sites)
                if (!crystal.Sites.Any(other => other.Species.SequenceEqual(site.Species) && IsSame(operation.Apply(site.Fractional) - other.Fractional, 1e-9)))
                    return $"{operation} is broken";
        return null;
    }

    // The given sites and edges, transformed as it is said, are those of the standard cell.
    private static string? TransformationFault(Structure given, StandardizedCrystal standard, double tolerance)
    {
        Matrix3D moved = standard.Transformation * given.Lattice!.Vectors * standard.Rotation, ideal = standard.Conventional.Lattice!.Vectors;
        for (int i = 0; i < 3; i++)
            if ((moved[i] - ideal[i]).Length > tolerance) return $"the transformed edge {i} is another";
        Matrix3D inverse = standard.Transformation.Inverse();
        foreach (Site site in given.Sites)
        {
            Vector3D place = site.Fractional * inverse + standard.OriginShift;
            if (!standard.Conventional.Sites.Any(other => other.Element == site.Element && IsSame(place - other.Fractional, tolerance))) return "a transformed site is elsewhere";
        }
        return null;
    }

    private static bool IsSame(Vector3D f, double tolerance) =>
        Math.Abs(f.X - Math.Round(f.X)) < tolerance && Math.Abs(f.Y - Math.Round(f.Y)) < tolerance && Math.Abs(f.Z - Math.Round(f.Z)) < tolerance;
}
