using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>Whether a group of exact operations is a setting of International Tables, up to a shift of the origin.</summary>
internal static class SettingMatch
{
    /// <summary>Compares a group with a setting.</summary>
    /// <param name="translations">The group in the primitive cell: the translation of each rotation part.</param>
    /// <param name="cell">The conventional cell: its rows made of the primitive ones.</param>
    /// <param name="setting">The setting, in the conventional cell.</param>
    /// <returns>
    /// The equations for the place of the setting's origin, as shares of the primitive edges; null where the group is not this setting.
    /// </returns>
    public static OriginShift? Find(IReadOnlyDictionary<RotationPart, LatticeTranslation> translations, IntegerMatrix3 cell, SpaceGroupSetting setting)
    {
        if (setting.Centrings.Length != cell.Determinant || setting.Operations.Length != translations.Count) return null;

        // Coordinates change with the transposed matrix: x(primitive) = Q x(conventional).
        var q = new RotationPart(cell.A.A, cell.B.A, cell.C.A, cell.A.B, cell.B.B, cell.C.B, cell.A.C, cell.B.C, cell.C.C);
        if (setting.Centrings.Any(centring => q * centring != default)) return null;

        var system = new OriginShift(3 * translations.Count);
        RotationPart adjugate = Adjugate(q);
        foreach (SymmetryOperation operation in setting.Operations)
        {
            if (Divided(q * operation.Rotation * adjugate, (int)cell.Determinant) is not { } rotation) return null;
            if (!translations.TryGetValue(rotation, out LatticeTranslation translation)) return null;
            system.Add(rotation, q * operation.Translation - translation);
        }
        return system.Reduce() ? system : null;
    }

    private static RotationPart Adjugate(RotationPart m) => new(
        m.YY * m.ZZ - m.YZ * m.ZY, m.XZ * m.ZY - m.XY * m.ZZ, m.XY * m.YZ - m.XZ * m.YY,
        m.YZ * m.ZX - m.YX * m.ZZ, m.XX * m.ZZ - m.XZ * m.ZX, m.XZ * m.YX - m.XX * m.YZ,
        m.YX * m.ZY - m.YY * m.ZX, m.XY * m.ZX - m.XX * m.ZY, m.XX * m.YY - m.XY * m.YX);

    private static RotationPart? Divided(RotationPart m, int divisor)
    {
        for (int row = 0; row < 3; row++)
            for (int column = 0; column < 3; column++)
                if (m[row, column] % divisor != 0) return null;
        return new RotationPart(
            m.XX / divisor, m.XY / divisor, m.XZ / divisor, m.YX / divisor, m.YY / divisor, m.YZ / divisor, m.ZX / divisor, m.ZY / divisor, m.ZZ / divisor);
    }
}
