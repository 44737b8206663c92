using Lodestone.Matter.Cells;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>Finds the space group of a crystal.</summary>
internal static class SymmetrySearch
{
    private const int Attempts = 40;
    private const double Shrink = 0.75;
    private const double ClosureFactor = 4;

    /// <summary>Finds the symmetry. What is equal within a tolerance need not be a group; a tighter one is tried then.</summary>
    /// <param name="crystal">The crystal, in any cell.</param>
    /// <param name="tolerance">Å.</param>
    /// <exception cref="ArgumentException">The structure is a molecule, or the tolerance is not positive.</exception>
    public static CrystalSymmetry Find(Structure crystal, double tolerance)
    {
        if (crystal.Lattice is null) throw new ArgumentException("A molecule has no space group.", nameof(crystal));
        if (!(tolerance > 0) || !double.IsFinite(tolerance)) throw new ArgumentException("A tolerance must be a positive number of Å.", nameof(tolerance));
        Structure plain = crystal.With(crystal.Lattice, crystal.Sites.Select(site => new Site([.. site.Species.Select(Neutral)], site.Fractional, site.Cartesian)));
        for (int attempt = 0; attempt < Attempts; attempt++, tolerance *= Shrink)
            if (TryFind(plain, tolerance) is { } found) return found;
        SiteOperation identity = new(RotationPart.Identity, Vector3D.Zero, [.. Enumerable.Range(0, plain.Sites.Length)]);
        var trivial = new PrimitiveGroup(RightHanded(plain.NiggliReduced()), [identity], [SymmetryOperation.Identity]);
        return new CrystalSymmetry(SpaceGroup.Standard(1), tolerance, plain.Lattice!, trivial, identity.Image);
    }

    private static CrystalSymmetry? TryFind(Structure crystal, double tolerance)
    {
        (Structure primitive, int[] siteOf) = PrimitiveCell.Find(crystal, tolerance);
        primitive = RightHanded(MeanOfCopies(primitive, crystal, siteOf).NiggliReduced());
        Matrix3D cell = primitive.Lattice!.Vectors;
        var atoms = new PrimitiveAtoms(primitive, tolerance);
        SiteOperation[] operations = [.. LatticeSymmetry.Of(cell, tolerance).Select(atoms.Operation).OfType<SiteOperation>()];
        if (ExactTranslations.Of(operations, cell, ClosureFactor * tolerance) is not { } exact) return null;
        if (Identify(exact, cell) is not { } group) return null;
        return new CrystalSymmetry(SpaceGroup.Standard(group.Number), tolerance, crystal.Lattice!, new PrimitiveGroup(primitive, operations, exact), siteOf);
    }

    // Copies of a site that translations make equal may differ a little; none of them is to count for more than the others.
    private static Structure MeanOfCopies(Structure primitive, Structure crystal, int[] siteOf)
    {
        if (primitive.Sites.Length == crystal.Sites.Length) return primitive;
        Lattice lattice = primitive.Lattice!;
        double share = (double)primitive.Sites.Length / crystal.Sites.Length;
        Vector3D[] mean = [.. primitive.Sites.Select(site => site.Cartesian)];
        for (int i = 0; i < siteOf.Length; i++)
            mean[siteOf[i]] += share * lattice.MinimumImage(crystal.Sites[i].Cartesian - primitive.Sites[siteOf[i]].Cartesian);
        return primitive.With(lattice, primitive.Sites.Select((site, i) => site.At(lattice.ToFractional(mean[i]), lattice)));
    }

    private static SpaceGroup? Identify(SymmetryOperation[] operations, Matrix3D cell)
    {
        RotationPart[] rotations = [.. operations.Select(operation => operation.Rotation)];
        IReadOnlyList<SpaceGroupSetting> settings = CrystalClass.SettingsOf(rotations);
        if (settings.Count == 0) return null;
        Dictionary<RotationPart, LatticeTranslation> translations = operations.ToDictionary(operation => operation.Rotation, operation => operation.Translation);
        foreach (IntegerMatrix3 conventional in ConventionalCell.Of(settings[0].Group.CrystalSystem, rotations, cell))
            foreach (SpaceGroupSetting setting in settings)
                if (SettingMatch.Find(translations, conventional, setting) is not null) return setting.Group;
        return null;
    }

    private static Structure RightHanded(Structure crystal) =>
        crystal.Lattice!.Vectors.Determinant > 0 ? crystal : crystal.Supercell(IntegerMatrix3.Diagonal(-1, -1, -1));

    private static Species Neutral(Species species) => species with { OxidationState = null };
}
