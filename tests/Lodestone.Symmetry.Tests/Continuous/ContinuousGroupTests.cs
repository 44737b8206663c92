using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Continuous;

public sealed class ContinuousGroupTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void Random_elements_are_orthogonal_and_follow_the_laws_of_a_group(int dimension, bool reflections)
    {
        using var scope = NewDisposeScope();
        var group = new OrthogonalGroup(dimension, reflections);
        Tensor[] sample = [.. group.Sample(50, 1)];

        foreach (var (a, b) in sample.Zip(sample.Skip(1)))
        {
            Assert.Equal(0, Equivariance.LargestDifference(group.Multiply(a, group.Inverse(a)), group.Identity), 1e-12);
            Tensor v = randn(4, dimension, dtype: ScalarType.Float64);
            Assert.Equal(0, Equivariance.LargestDifference(
                OrthogonalGroup.Act(a, OrthogonalGroup.Act(b, v)), OrthogonalGroup.Act(group.Multiply(a, b), v)), 1e-12);
        }
        double[] determinants = [.. sample.Select(element => linalg.det(element).item<double>())];
        Assert.All(determinants, determinant => Assert.Equal(1, Math.Abs(determinant), 1e-12));
        Assert.Equal(reflections, determinants.Any(determinant => determinant < 0));
        Assert.Contains(determinants, determinant => determinant > 0);
    }

    [Fact]
    public void Random_rotations_are_evenly_distributed()
    {
        // By Haar measure the trace has the mean 0 and the mean square 1 (the vector representation is irreducible and not trivial).
        using var scope = NewDisposeScope();
        double[] traces = [.. OrthogonalGroup.SO3.Sample(4000, 2).Select(element => element.trace().item<double>())];

        Assert.Equal(0, traces.Average(), 0.06);
        Assert.Equal(1, traces.Average(trace => trace * trace), 0.1);
    }

    [Fact]
    public void A_seed_gives_the_same_elements_again() =>
        Assert.Equal(
            OrthogonalGroup.O3.Sample(3, 7).SelectMany(element => element.data<double>().ToArray()),
            OrthogonalGroup.O3.Sample(3, 7).SelectMany(element => element.data<double>().ToArray()));

    [Fact]
    public void Motions_follow_the_laws_of_a_group()
    {
        using var scope = NewDisposeScope();
        IGroup<RigidMotion> group = EuclideanGroup.E3;
        RigidMotion[] sample = [.. group.Sample(10, 3)];
        Tensor points = randn(5, 3, dtype: ScalarType.Float64);

        foreach (var (a, b) in sample.Zip(sample.Skip(1)))
        {
            Assert.Equal(0, Equivariance.LargestDifference(a.Points(b.Points(points)), group.Multiply(a, b).Points(points)), 1e-12);
            Assert.Equal(0, Equivariance.LargestDifference(group.Inverse(a).Points(a.Points(points)), points), 1e-12);
            Assert.Equal(0, Equivariance.LargestDifference(a.Vectors(points), a.Points(points) - a.Points(zeros_like(points))), 1e-12);
        }
        Assert.Equal(0, Equivariance.LargestDifference(group.Identity.Points(points), points));
    }

    [Fact]
    public void A_batch_of_elements_acts_on_a_batch_of_inputs()
    {
        using var scope = NewDisposeScope();
        Tensor[] rotations = [.. OrthogonalGroup.SO3.Sample(2, 4)];
        Tensor channels = randn(2, 5, 6, 3, dtype: ScalarType.Float64), vector = randn(2, 3, dtype: ScalarType.Float64);

        Tensor turned = OrthogonalGroup.Act(stack(rotations), channels), turnedVector = OrthogonalGroup.Act(stack(rotations), vector);

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(0, Equivariance.LargestDifference(turned[i], OrthogonalGroup.Act(rotations[i], channels[i])), 1e-12);
            Assert.Equal(0, Equivariance.LargestDifference(turnedVector[i], rotations[i].mv(vector[i])), 1e-12);
        }
    }
}
