using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests;

public sealed class EquivarianceTests
{
    private static readonly MatrixRepresentation Plane = MatrixRepresentation.PlanarRotations(8);
    private static readonly PermutationRepresentation None = Representation.Trivial(Plane.Group);

    [Fact]
    public void An_equivariant_function_passes()
    {
        Equivariance.AssertEquivariant(x => x * x.norm(), Plane, Plane, [torch.randn(2, dtype: torch.ScalarType.Float64)], 1e-12);
        Equivariance.AssertEquivariant(x => x.norm().unsqueeze(0), Plane, None, [torch.randn(2, dtype: torch.ScalarType.Float64)], 1e-12);
    }

    [Fact]
    public void The_report_names_the_worst_element_and_its_error()
    {
        using torch.Tensor x = torch.tensor(new[] { 0.0, 1 });
        using torch.Tensor y = torch.tensor(new[] { 2.0, 0 });

        // The first coordinate of y turns from 2 to −2 at half a turn, element 4.
        var exception = Assert.Throws<EquivarianceException>(() => Equivariance.AssertEquivariant(v => v.narrow(0, 0, 1), Plane, None, [x, y], 1e-3));

        Assert.Equal(4, exception.Report.Error, 1e-12);
        Assert.Equal("element 4", exception.Report.WorstElement);
        Assert.Equal(1, exception.Report.WorstSample);
        Assert.Contains("element 4 is worst: on sample 1", exception.Message);
    }

    [Fact]
    public void A_plain_function_under_a_sample_of_an_infinite_group_is_measured()
    {
        EquivarianceReport Report(Func<double, double> f) =>
            Equivariance.Measure(f, [0.5, -3, 7], (shift, x) => x + shift, (_, y) => y, (a, b) => Math.Abs(a - b), [0.1, 0.2]);

        Assert.Equal(0, Report(_ => 1).Error);
        Assert.Equal(("the element 7", 7.0), (Report(x => x).WorstElement, Math.Round(Report(x => x).Error, 9)));
        Assert.Equal(double.PositiveInfinity, Report(x => x > 1 ? double.NaN : 0).Error);
    }

    [Fact]
    public void Nothing_to_test_is_refused() =>
        Assert.Throws<ArgumentException>(() => Equivariance.AssertEquivariant(x => x, Plane, Plane, [], 1));
}
