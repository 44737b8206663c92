using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry.Search;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>Conventional cells in which a group is the standard setting, those with the preferred edges only.</summary>
/// <param name="Cell">Rows of whole numbers that make the conventional edges of the primitive ones.</param>
/// <param name="Origins">The places of the origin, as shares of the primitive edges from the origin of the exact operations.</param>
internal sealed record StandardAxes(IntegerMatrix3 Cell, Vector3D[] Origins)
{
    private const double RelativeTolerance = 1e-5;

    /// <summary>Finds the cells.</summary>
    /// <param name="group">The group in the primitive cell.</param>
    /// <param name="setting">The standard setting of its type.</param>
    /// <param name="metric">Scalar products of the primitive edges, Å².</param>
    public static IReadOnlyList<StandardAxes> Of(PrimitiveGroup group, SpaceGroupSetting setting, Matrix3D metric)
    {
        Dictionary<RotationPart, LatticeTranslation> translations = group.Exact.ToDictionary(operation => operation.Rotation, operation => operation.Translation);
        Matrix3D primitive = group.Crystal.Lattice!.Vectors;
        CrystalSystem system = setting.Group.CrystalSystem;
        IntegerMatrix3 start = ConventionalCell.Of(system, [.. translations.Keys], primitive)[0];
        var found = new List<(StandardAxes Axes, Matrix3D Metric)>();
        foreach (IntegerMatrix3 choice in AxisChoices.Of(system, start.ToMatrix3D() * primitive))
        {
            IntegerMatrix3 cell = choice * start;
            if (SettingMatch.Find(translations, cell, setting) is not { } shift) continue;
            Matrix3D rows = cell.ToMatrix3D();
            found.Add((new StandardAxes(cell, [.. shift.Solutions()]), rows * metric * rows.Transposed));
        }
        Keep(found, m => m.A.X + m.B.Y + m.C.Z);
        if (system is CrystalSystem.Monoclinic) Keep(found, m => Math.Max(m.A.Z, 0));
        Keep(found, m => m.A.X);
        Keep(found, m => m.B.Y);
        return [.. found.Select(choice => choice.Axes)];
    }

    private static void Keep(List<(StandardAxes Axes, Matrix3D Metric)> choices, Func<Matrix3D, double> preference)
    {
        double best = choices.Min(choice => preference(choice.Metric));
        choices.RemoveAll(choice => preference(choice.Metric) > best + RelativeTolerance * (choice.Metric.A.X + choice.Metric.B.Y + choice.Metric.C.Z));
    }
}
