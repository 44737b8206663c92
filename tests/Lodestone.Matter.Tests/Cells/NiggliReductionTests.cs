using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Cells;

public sealed class NiggliReductionTests
{
    [Fact]
    public void ReducesTheExampleOfKrivyAndGruber()
    {
        // Křivý and Gruber (1976), section 4: A, B, C, ξ, η, ζ = 9, 27, 4, −5, −4, −22 → 4, 9, 9, 9, 3, 4.
        Lattice reduced = OfForm(9, 27, 4, -5, -4, -22).NiggliReduced().Reduced;
        AssertForm([4, 9, 9, 9, 3, 4], reduced);
    }

    [Fact]
    public void FaceCentredCubicIsARhombohedronOf60Degrees() =>
        Generators.Unimodular.Sample(change => AssertForm(
            [8, 8, 8, 8, 8, 8], new Lattice(change.ToMatrix3D() * new Matrix3D(new(0, 2, 2), new(2, 0, 2), new(2, 2, 0))).NiggliReduced().Reduced));

    [Fact]
    public void BodyCentredCubicHasThreeAnglesOf109Degrees() =>
        Generators.Unimodular.Sample(change =>
        {
            Lattice reduced = new Lattice(change.ToMatrix3D() * new Matrix3D(new(-1, 1, 1), new(1, -1, 1), new(1, 1, -1))).NiggliReduced().Reduced;
            AssertForm([3, 3, 3, -2, -2, -2], reduced);
            Assert.Equal(Math.Acos(-1.0 / 3) * 180 / Math.PI, reduced.Angles.Alpha, 1e-9);
        });

    [Fact]
    public void EveryCellOfALatticeHasTheSameReducedForm() =>
        Gen.Select(Generators.Cell, Generators.Unimodular, Generators.Rotation).Sample((cell, change, rotation) =>
        {
            (Lattice reduced, IntegerMatrix3 transformation) = new Lattice(cell).NiggliReduced();
            Assert.Equal(1, transformation.Determinant);
            Assert.Equal(Math.Abs(cell.Determinant), reduced.Volume, 1e-8 * reduced.Volume);
            double tolerance = 5e-5 * Math.Cbrt(reduced.Volume); // numbers within the tolerance of the reduction may take either sign
            AssertForm(Form(reduced), reduced.NiggliReduced().Reduced, tolerance);
            AssertForm(Form(reduced), new Lattice(change.ToMatrix3D() * cell * rotation).NiggliReduced().Reduced, tolerance);
            (double a, double b, double c) = reduced.Lengths;
            Assert.True(a <= b + 1e-4 && b <= c + 1e-4);
        });

    [Fact]
    public void ExtremelySkewedCellsAreReducedToo()
    {
        var skewed = new Lattice(new(new(3, 0, 0), new(3_000, 4, 0), new(-900, 400, 5)));
        AssertForm([9, 16, 25, 0, 0, 0], skewed.NiggliReduced().Reduced, 1e-4);
    }

    private static Lattice OfForm(double a, double b, double c, double xi, double eta, double zeta) => Lattice.FromParameters(
        Math.Sqrt(a), Math.Sqrt(b), Math.Sqrt(c), Degrees(xi / 2 / Math.Sqrt(b * c)), Degrees(eta / 2 / Math.Sqrt(a * c)), Degrees(zeta / 2 / Math.Sqrt(a * b)));

    private static double Degrees(double cosine) => Math.Acos(cosine) * 180 / Math.PI;

    private static double[] Form(Lattice lattice)
    {
        (Vector3D a, Vector3D b, Vector3D c) = lattice.Vectors;
        return [a.LengthSquared, b.LengthSquared, c.LengthSquared, 2 * Vector3D.Dot(b, c), 2 * Vector3D.Dot(a, c), 2 * Vector3D.Dot(a, b)];
    }

    private static void AssertForm(double[] expected, Lattice lattice, double tolerance = 1e-6)
    {
        double[] found = Form(lattice);
        for (int i = 0; i < 6; i++) Assert.Equal(expected[i], found[i], tolerance);
    }
}
