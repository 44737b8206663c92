using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests;

public sealed class LatticeParameterTests
{
    [Fact]
    public void Parameters_come_back_from_the_vectors()
    {
        Gen<double> length = Gen.Double[1, 50], angle = Gen.Double[65, 115];
        Gen.Select(length, length, length, angle, angle, angle).Sample((a, b, c, alpha, beta, gamma) =>
        {
            Matrix3D rows = Lattice.FromParameters(a, b, c, alpha, beta, gamma).Vectors;
            Assert.Equal(a, rows.A.Length, 1e-10 * a);
            Assert.Equal(b, rows.B.Length, 1e-10 * b);
            Assert.Equal(c, rows.C.Length, 1e-10 * c);
            Assert.Equal(alpha, Angle(rows.B, rows.C), 1e-8);
            Assert.Equal(beta, Angle(rows.A, rows.C), 1e-8);
            Assert.Equal(gamma, Angle(rows.A, rows.B), 1e-8);
            Assert.True(rows.Determinant > 0);
        });
    }

    [Fact]
    public void A_right_angled_cell_is_exact() =>
        Assert.Equal(new Matrix3D(new(3, 0, 0), new(0, 4, 0), new(0, 0, 5)), Lattice.FromParameters(3, 4, 5, 90, 90, 90).Vectors);

    [Theory]
    [InlineData(0, 1, 1, 90, 90, 90)]
    [InlineData(1, -1, 1, 90, 90, 90)]
    [InlineData(1, 1, double.NaN, 90, 90, 90)]
    [InlineData(1, 1, 1, 0, 90, 90)]
    [InlineData(1, 1, 1, 90, 180, 90)]
    [InlineData(1, 1, 1, 20, 20, 90)]
    [InlineData(1, 1, 1, 120, 120, 120)]
    public void A_cell_that_cannot_be_is_refused(double a, double b, double c, double alpha, double beta, double gamma) =>
        Assert.Throws<ArgumentException>(() => Lattice.FromParameters(a, b, c, alpha, beta, gamma));

    private static double Angle(Vector3D u, Vector3D v) => double.RadiansToDegrees(Math.Acos(Vector3D.Dot(u, v) / (u.Length * v.Length)));
}
