using Lodestone.Symmetry.Breaking;
using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests.Breaking;

public sealed class RelaxedEquivarianceTests
{
    private static readonly PermutationRepresentation Nodes = PermutationRepresentation.Symmetric(4);
    private static readonly MatrixRepresentation Plane = MatrixRepresentation.PlanarReflections(4);
    private static readonly PermutationRepresentation Regular = Representation.Regular(Plane.Group);

    private static torch.Tensor[] Vectors => [Vector(0, 0), Vector(1, 0), Vector(1, 1), Vector(-0.4, 0.4), Vector(0.3, 0.1)];

    private static torch.Tensor[] Weights => [Vector(1, 1, 1, 1), Vector(2, 1, 1, 2), Vector(3, 0, 0, 0), Vector(1, 2, 3, 4)];

    [Fact]
    public void An_equivariant_network_is_relaxed_equivariant_and_breaks_nothing()
    {
        using var network = new EquivariantMlp(Plane, Regular, Plane, channels: 4).to(torch.float64);

        Assert.True(RelaxedEquivariance.IsRelaxedEquivariant(Rows(network), Plane, Plane, Vectors, 1e-10, out RelaxedEquivarianceReport report));
        Assert.Equal((8, 5, 4, 0), (report.Elements, report.Samples, report.Symmetric, report.Broken));
    }

    [Fact]
    public void The_relaxed_network_passes_and_breaks_every_symmetry()
    {
        torch.random.manual_seed(4);
        using var plane = new RelaxedEquivariantMlp(Plane, Regular, Regular, Plane, channels: 4).to(torch.float64);
        using var nodes = new RelaxedEquivariantMlp(Nodes, Nodes, (PermutationRepresentation)Representation.TensorProduct(Nodes, Nodes), Nodes, channels: 4).to(torch.float64);

        Assert.True(RelaxedEquivariance.IsRelaxedEquivariant(Rows(plane), Plane, Plane, Vectors, 1e-10, out RelaxedEquivarianceReport report), report.ToString());
        Assert.Equal((4, 4), (report.Symmetric, report.Broken));
        Assert.True(RelaxedEquivariance.IsRelaxedEquivariant(Rows(nodes), Nodes, Nodes, Weights, 1e-10, out report), report.ToString());
        Assert.Equal((3, 3), (report.Symmetric, report.Broken));
        Assert.Throws<EquivarianceException>(() => Equivariance.AssertEquivariant(Rows(plane), Plane, Plane, Vectors, 1e-3));
    }

    [Fact]
    public void Without_symmetry_the_relaxed_network_is_equivariant()
    {
        using var network = new RelaxedEquivariantMlp(Plane, Regular, Regular, Plane, channels: 4).to(torch.float64);

        Equivariance.AssertEquivariant(Rows(network), Plane, Plane, [Vector(0.3, 0.1), Vector(-2, 0.7)], 1e-10);
    }

    [Fact]
    public void Only_symmetric_inputs_see_the_learned_vector()
    {
        using var network = new RelaxedEquivariantMlp(Plane, Regular, Regular, Plane, channels: 4).to(torch.float64);
        torch.Tensor[] Outputs() => [.. Vectors.Select(Rows(network))];

        torch.Tensor[] before = Outputs();
        using (torch.no_grad()) network.get_parameter("mark")!.neg_();
        bool[] changed = [.. Outputs().Zip(before, (now, then) => Equivariance.LargestDifference(now, then) > 1e-6)];

        Assert.Equal([true, true, true, true, false], changed);
    }

    [Fact]
    public void A_plain_network_does_not_pass_and_the_report_says_where()
    {
        torch.random.manual_seed(5);
        using var network = torch.nn.Sequential(torch.nn.Linear(2, 16), torch.nn.SiLU(), torch.nn.Linear(16, 2)).to(torch.float64);

        Assert.False(RelaxedEquivariance.IsRelaxedEquivariant(Rows(network), Plane, Plane, Vectors, 1e-3, out RelaxedEquivarianceReport report));
        Assert.True(report.Error > 0.01);
        Assert.Contains($"element {report.WorstElement} is worst: on sample {report.WorstSample}", report.ToString());
    }

    [Fact]
    public void At_a_fully_symmetric_input_anything_goes_and_elsewhere_it_does_not()
    {
        torch.Tensor Constant(torch.Tensor x) => Vector(3, 1);

        Assert.Equal(0, RelaxedEquivariance.Measure(Constant, Plane, Plane, [Vector(0, 0)], 1e-9).Error);
        Assert.Equal(1, RelaxedEquivariance.Measure(Constant, Plane, Plane, [Vector(0, 0)], 1e-9).Broken);
        Assert.Equal(6, RelaxedEquivariance.Measure(Constant, Plane, Plane, [Vector(1, 0)], 1e-9).Error, 1e-12);
    }

    [Fact]
    public void What_is_not_a_number_does_not_pass() =>
        Assert.False(RelaxedEquivariance.IsRelaxedEquivariant(x => x * double.NaN, Plane, Plane, Vectors, 1e-3));

    [Fact]
    public void An_equivariant_map_behind_a_relaxed_one_breaks_with_it()
    {
        torch.random.manual_seed(6);
        using var inner = new RelaxedEquivariantMlp(Plane, Regular, Regular, Plane, channels: 4).to(torch.float64);
        using var outer = new EquivariantMlp(Plane, Regular, Plane, channels: 4).to(torch.float64);

        Assert.True(RelaxedEquivariance.IsRelaxedEquivariant(x => Rows(outer)(Rows(inner)(x)), Plane, Plane, Vectors, 1e-10, out var report));
        Assert.Equal(4, report.Broken);
    }

    [Fact]
    public void A_relaxed_map_behind_an_equivariant_one_may_break_too_much()
    {
        // The inner map forgets its input, so that its output has every symmetry, and the outer one may do anything.
        torch.Tensor Inner(torch.Tensor x) => Vector(0, 0);
        torch.Tensor Outer(torch.Tensor x) => Vector(3, 1);

        Assert.True(RelaxedEquivariance.IsRelaxedEquivariant(Outer, Plane, Plane, [Inner(Vector(1, 0))], 1e-9));
        Assert.False(RelaxedEquivariance.IsRelaxedEquivariant(x => Outer(Inner(x)), Plane, Plane, [Vector(0.3, 0.1)], 1e-3));
    }

    [Fact]
    public void Noise_makes_a_network_equivariant_only_together_with_the_noise()
    {
        torch.random.manual_seed(7);
        using var network = new NoisyEquivariantMlp(Plane, Regular, Regular, Plane, channels: 4).to(torch.float64);
        Representation joint = Representation.DirectSum(Plane, Regular);
        using torch.Tensor noise = torch.randn(3, 8, dtype: torch.float64), x = torch.zeros(3, 2, dtype: torch.float64);

        Equivariance.AssertEquivariant(v => network.Forward(v.narrow(1, 0, 2), v.narrow(1, 2, 8)), joint, Plane, [torch.cat([x, noise], 1)], 1e-10);
        Assert.True(Equivariance.LargestDifference(network.forward(x), network.forward(x)) > 1e-3);
    }

    [Fact]
    public void Samples_of_several_vectors_are_refused() =>
        Assert.Throws<ArgumentException>(() => RelaxedEquivariance.Measure(x => x, Plane, Plane, [torch.zeros(2, 2)], 1));

    private static torch.Tensor Vector(params double[] entries) => torch.tensor(entries);

    private static Func<torch.Tensor, torch.Tensor> Rows(torch.nn.Module<torch.Tensor, torch.Tensor> network) => x => network.forward(x.unsqueeze(0))[0];
}
