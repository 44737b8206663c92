using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry.Search;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>Brings a crystal with a known group into its standard cell; the choices are those of <see cref="StandardizedCrystal"/>.</summary>
internal static class Standardization
{
    /// <summary>The crystal in its standard cell.</summary>
    /// <param name="group">The crystal in its primitive cell and its operations.</param>
    /// <param name="spaceGroup">Their type, in its standard setting.</param>
    /// <param name="given">The lattice in which the crystal was given.</param>
    public static StandardizedCrystal Of(PrimitiveGroup group, SpaceGroup spaceGroup, Lattice given)
    {
        var setting = new SpaceGroupSetting(spaceGroup);
        var crystal = new SymmetrizedCrystal(group);
        var origins = new OriginChoices(setting, SiteKinds.Of(group.Crystal), crystal.Positions);
        var (cell, origin, list) = StandardAxes.Of(group, setting, crystal.Metric)
            .SelectMany(axes => axes.Origins.SelectMany(place => origins.At(axes.Cell, place)))
            .MinBy(choice => choice.List);

        Matrix3D rows = cell.ToMatrix3D();
        Lattice lattice = StandardLattice(rows * crystal.Metric * rows.Transposed, spaceGroup.CrystalSystem);
        var conventional = new Structure(
            lattice, [.. list.Sites.Zip(list.Positions, (site, place) => group.Crystal.Sites[site].At(place, lattice))], group.Crystal.Warnings);

        Matrix3D primitive = group.Crystal.Lattice!.Vectors, measured = rows * primitive;
        var (a, b, c) = new Lattice(measured).Lengths;
        var (alpha, beta, gamma) = new Lattice(measured).Angles;
        Matrix3D rotation = measured.Inverse() * Lattice.FromParameters(a, b, c, alpha, beta, gamma).Vectors;
        return new StandardizedCrystal(spaceGroup, conventional, measured * given.Vectors.Inverse(), -((crystal.Origin + origin) * rows.Inverse()), rotation);
    }

    private static Lattice StandardLattice(Matrix3D metric, CrystalSystem system)
    {
        double a = Math.Sqrt(metric.A.X), b = Math.Sqrt(metric.B.Y), c = Math.Sqrt(metric.C.Z);
        double Angle(double product) => double.RadiansToDegrees(Math.Acos(product));
        return system switch
        {
            CrystalSystem.Triclinic => Lattice.FromParameters(a, b, c, Angle(metric.B.Z / b / c), Angle(metric.A.Z / a / c), Angle(metric.A.Y / a / b)),
            CrystalSystem.Monoclinic => Lattice.FromParameters(a, b, c, 90, Angle(metric.A.Z / a / c), 90),
            CrystalSystem.Orthorhombic => Lattice.FromParameters(a, b, c, 90, 90, 90),
            CrystalSystem.Tetragonal => Lattice.FromParameters(a, a, c, 90, 90, 90),
            CrystalSystem.Cubic => Lattice.FromParameters(a, a, a, 90, 90, 90),
            _ => Lattice.FromParameters(a, a, c, 90, 90, 120),
        };
    }
}
