using CsCheck;
using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Canonicalization;

public sealed class CanonicalizerTests
{
    private static readonly PermutationRepresentation S4 = PermutationRepresentation.Symmetric(4);

    // An energy that tells all lists of different numbers from 0 to 99 apart.
    private static readonly EnergyCanonicalizer<double[]> Sorting =
        new(S4.Group, Permute, values => values.Select((value, i) => value * Math.Pow(100, i)).Sum());

    // Values without a symmetry of their own: where two are equal, no equivariant function could tell them apart.
    private static readonly Gen<double[]> DifferentValues =
        Gen.Int[0, 99].Array[4].Where(values => values.Distinct().Count() == 4).Select(values => values.Select(value => (double)value).ToArray());

    [Fact]
    public void A_plain_function_becomes_invariant_and_equivariant_under_a_finite_group() => DifferentValues.Sample(values =>
    {
        Func<double[], double> invariant = Sorting.Invariant(x => x[0] - 2 * x[1] + x[2] * x[3]);
        Func<double[], double[]> equivariant = Sorting.Equivariant(x => new[] { x[0], x[1] * x[2], Math.Sin(x[3]), 1.0 }, Permute);

        Equivariance.AssertEquivariant(invariant, S4.Group, Permute, Equivariance.Invariant, (a, b) => Math.Abs(a - b), [values], 1e-12);
        Equivariance.AssertEquivariant(equivariant, S4.Group, Permute, Permute, Distance, [values], 1e-12);
    }, iter: 20);

    [Fact]
    public void The_canonical_form_is_that_of_the_smallest_energy() => DifferentValues.Sample(values =>
        Assert.Equal(values.OrderDescending(), Sorting.CanonicalForm(values)), iter: 20);

    [Fact]
    public void A_function_that_is_not_wrapped_fails()
    {
        double[] values = [0.1, 0.2, 0.3, 0.4];

        var exception = Assert.Throws<EquivarianceException>(() => Equivariance.AssertEquivariant(
            x => x[0], S4.Group, Permute, Equivariance.Invariant, (a, b) => Math.Abs(a - b), [values], 1e-9));

        Assert.Equal(0.3, exception.Report.Error, 1e-12);
        Assert.StartsWith("element ", exception.Report.WorstElement, StringComparison.Ordinal);
        Assert.Equal(24, exception.Report.Elements);
    }

    [Fact]
    public void A_plain_function_of_two_points_becomes_invariant_under_motions_of_the_plane()
    {
        // The frame of two points: the first one is the origin, the second one lies on the axis of x.
        ICanonicalizer<RigidMotion, Tensor> frames = Canonicalizer.From(
            new EuclideanGroup(2, reflections: false), (RigidMotion motion, Tensor points) => motion.Points(points), points =>
            {
                Tensor x = nn.functional.normalize(points[1] - points[0], dim: 0);
                return new RigidMotion(stack([x, stack([-x[1], x[0]])], 1), points[0]);
            });
        Func<Tensor, Tensor> raw = points => points * points.roll(1, -1) + 3;

        Equivariance.AssertEquivariant(
            frames.Equivariant(raw, (motion, points) => motion.Points(points)), frames.Group, frames.Act, frames.Act, Points(2), 1e-12);
        Equivariance.AssertEquivariant(frames.Invariant(raw), frames.Group, frames.Act, Equivariance.Invariant, Points(2), 1e-12);
        var exception = Assert.Throws<EquivarianceException>(() =>
            Equivariance.AssertEquivariant(raw, frames.Group, frames.Act, Equivariance.Invariant, Points(2), 1e-5));
        Assert.Contains("of SO(2) and a translation", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_group_is_enough_where_the_function_takes_care_of_the_rest()
    {
        // h picks the translation only, a coset of E(3)/O(3); the function knows lengths and so is invariant under O(3) by itself.
        ICanonicalizer<RigidMotion, Tensor> centre = Canonicalizer.From(
            EuclideanGroup.E3, (RigidMotion motion, Tensor points) => motion.Points(points), points => new RigidMotion(eye(3, dtype: ScalarType.Float64), points.mean([0])));

        Func<Tensor, Tensor> radii = centre.Invariant(points => points.norm(1).sin());

        Equivariance.AssertEquivariant(radii, centre.Group, centre.Act, Equivariance.Invariant, Points(3), 1e-12);
    }

    private static Tensor[] Points(int dimension) => [randn(6, dimension, dtype: ScalarType.Float64), randn(6, dimension, dtype: ScalarType.Float64)];

    private static double[] Permute(int element, double[] values)
    {
        var moved = new double[values.Length];
        for (int i = 0; i < values.Length; i++) moved[S4.Permutation(element)[i]] = values[i];
        return moved;
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
