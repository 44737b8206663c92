using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests.Layers;

public sealed class EquivariantMlpTests
{
    [Fact]
    public void It_is_equivariant_between_matrices_through_permutations()
    {
        MatrixRepresentation plane = MatrixRepresentation.PlanarReflections(6);
        Representation input = Representation.DirectSum(plane, Representation.Trivial(plane.Group));
        torch.random.manual_seed(1);
        using var network = new EquivariantMlp(input, Representation.Regular(plane.Group), plane, channels: 4);
        using torch.Tensor x = torch.randn(5, 3), y = network.forward(x);

        Assert.True(y.abs().max().item<float>() > 0.01);
        Equivariance.AssertEquivariant(network.forward, input, plane, [x], 1e-5);
        network.to(torch.float64);
        Equivariance.AssertEquivariant(network.forward, input, plane, [x.to_type(torch.float64)], 1e-12);
    }

    [Fact]
    public void The_offset_is_a_vector_that_the_group_leaves_alone()
    {
        PermutationRepresentation nodes = PermutationRepresentation.Symmetric(4);
        var pairs = (PermutationRepresentation)Representation.TensorProduct(nodes, nodes);
        using var layer = new EquivariantLinear(nodes, pairs);
        using (torch.no_grad()) layer.get_parameter("bias")!.copy_(torch.tensor(new float[,] { { 1 }, { -3 } }));

        using torch.Tensor offset = layer.forward(torch.zeros(1, 1, 4)), weightless = torch.zeros(1, 4);

        Assert.Equal(10, offset.square().sum().item<float>(), 1e-5); // two orthonormal vectors: the diagonal and the rest
        Equivariance.AssertEquivariant(x => layer.forward(x.unsqueeze(1)).squeeze(1), nodes, pairs, [weightless], 1e-6);
    }

    [Fact]
    public void Between_permutations_it_has_the_weights_of_a_tied_map()
    {
        PermutationRepresentation nodes = PermutationRepresentation.Symmetric(5);
        var pairs = (PermutationRepresentation)Representation.TensorProduct(nodes, nodes);
        using var layer = new EquivariantLinear(pairs, pairs, 2, 3);

        Assert.Equal(15, layer.Maps); // partitions of four indices
        Assert.Equal(15 * 6 + 2 * 3, layer.parameters().Sum(parameter => parameter.numel()));
        Equivariance.AssertEquivariant(layer.forward, pairs, pairs, [torch.randn(2, 2, 25)], 1e-5);
    }

    [Fact]
    public void An_output_is_as_symmetric_as_the_input()
    {
        PermutationRepresentation nodes = PermutationRepresentation.Symmetric(4);
        using var network = new EquivariantMlp(nodes, Representation.Regular(nodes.Group), nodes, channels: 2).to(torch.float64);
        foreach (double[] x in (double[][])[[1, 1, 1, 1], [2, 1, 1, 1], [2, 2, 5, 5], [0, 1, 1, 3], [1, 2, 3, 4]])
        {
            using torch.Tensor input = torch.tensor(x), output = network.forward(input.unsqueeze(0))[0];

            Assert.All(nodes.Stabilizer(input).Elements, g => Assert.True(nodes.Stabilizer(output, 1e-9).Contains(g)));
        }
    }

    [Fact]
    public void It_learns()
    {
        MatrixRepresentation plane = MatrixRepresentation.PlanarRotations(4);
        torch.random.manual_seed(3);
        using var network = new EquivariantMlp(plane, Representation.Regular(plane.Group), plane, channels: 8);
        using var optimizer = torch.optim.Adam(network.parameters(), 1e-2);
        using torch.Tensor x = torch.randn(64, 2), y = x * x.square().sum(1, keepdim: true).sqrt();
        float First() => torch.nn.functional.mse_loss(network.forward(x), y).item<float>();
        float before = First();
        for (int step = 0; step < 150; step++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            torch.nn.functional.mse_loss(network.forward(x), y).backward();
            optimizer.step();
        }

        Assert.True(First() < before / 20, $"{before} → {First()}");
    }
}
