using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Layers;

public sealed class TiedLinearTests
{
    public static TheoryData<string> Lattices => [.. BravaisLattice.All.Select(lattice => lattice.Symbol)];

    [Theory]
    [MemberData(nameof(Lattices))]
    public void A_layer_is_equivariant_under_every_element(string symbol)
    {
        manual_seed(1);
        PermutationRepresentation cells = BravaisLattice.Find(symbol)!.Supercell.Cells;
        using var layer = new TiedLinear(new TyingPattern(cells, cells), 3, 2);

        Equivariance.AssertEquivariant(
            x => layer.forward(x.transpose(1, 2)).transpose(1, 2), cells, cells, [randn(4, 3, 8), randn(1, 3, 8)], 1e-5);
    }

    [Theory]
    [InlineData("aP")]
    [InlineData("hR")]
    [InlineData("tI")]
    public void A_layer_into_the_regular_representation_is_equivariant(string symbol)
    {
        manual_seed(1);
        SupercellGroup group = BravaisLattice.Find(symbol)!.Supercell;
        using var up = new TiedLinear(new TyingPattern(group.Cells, group.Regular), 2, 2);
        using var across = new TiedLinear(new TyingPattern(group.Regular, group.Regular), 2, 2);
        using var down = new TiedLinear(new TyingPattern(group.Regular, group.Cells), 2, 1);

        Equivariance.AssertEquivariant(
            x => down.forward(across.forward(up.forward(x.transpose(1, 2)).relu()).relu()).transpose(1, 2), group.Cells, group.Cells, [randn(2, 2, 8)], 1e-4);
    }

    [Fact]
    public void No_equivariant_map_is_left_out()
    {
        // Averaging ρ(g)ᵀ A ρ(g) over the group makes any matrix equivariant; entries of one colour are then equal, and only those of one colour always are.
        PermutationRepresentation cells = BravaisLattice.Find("cF")!.Supercell.Cells;
        var pattern = new TyingPattern(cells, cells);
        using Tensor any = rand(8, 8, dtype: ScalarType.Float64);
        Tensor mean = zeros(8, 8, dtype: ScalarType.Float64);
        for (int g = 0; g < cells.Group.Order; g++)
            mean += cells.ToTensor(g).t().matmul(any).matmul(cells.ToTensor(g)) / cells.Group.Order;

        for (int a = 0; a < 64; a++)
            for (int b = 0; b < 64; b++)
                Assert.Equal(
                    pattern.Pairs.Index[a] == pattern.Pairs.Index[b],
                    Math.Abs(mean[a / 8, a % 8].item<double>() - mean[b / 8, b % 8].item<double>()) < 1e-12);
    }

    [Fact]
    public void Under_all_permutations_it_is_the_layer_of_deep_sets()
    {
        IReadOnlyList<Permutation> all = PermutationRepresentation.SymmetricGenerators(8);
        using var layer = new TiedLinear(new TyingPattern(all, all), 1, 1);
        using Tensor x = rand(5, 8, 1);

        Tensor own = layer.Weight[0, 0, 0], other = layer.Weight[1, 0, 0];
        Tensor expected = (own - other) * x + other * x.sum(1, keepdim: true) + layer.Bias[0, 0];

        Assert.Equal(0, Equivariance.LargestDifference(expected, layer.forward(x)), 1e-6);
        Assert.Equal(3, layer.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData(TiedFan.All, 24)]
    [InlineData(TiedFan.Channels, 3)]
    [InlineData(TiedFan.Points, 8)]
    public void Initial_weights_fill_a_range_set_by_the_fan(TiedFan fan, int inputs)
    {
        manual_seed(3);
        PermutationRepresentation cells = BravaisLattice.Find("aP")!.Supercell.Cells;
        using var layer = new TiedLinear(new TyingPattern(cells, cells), 3, 100, fan);

        Assert.InRange(layer.Weight.abs().max().item<float>(), 0.98 / Math.Sqrt(inputs), 1 / Math.Sqrt(inputs));
        Assert.InRange(layer.Bias.abs().max().item<float>(), 0.9 / Math.Sqrt(inputs), 1 / Math.Sqrt(inputs));
    }

    [Theory]
    [InlineData("cP")]
    [InlineData("oI")]
    [InlineData("hP")]
    public void A_folded_layer_is_the_layer_on_inputs_that_a_stabilizer_leaves_alone(string symbol)
    {
        manual_seed(1);
        SupercellGroup group = BravaisLattice.Find(symbol)!.Supercell;
        var pattern = new TyingPattern(group.Cells, group.Regular);
        using var layer = new TiedLinear(pattern, 3, 2);
        Subgroup stabilizer = group.Cells.Stabilizer(0);
        OrbitPartition cells = OrbitsUnder(stabilizer, group.Cells), elements = OrbitsUnder(stabilizer, group.Regular);

        Tensor perOrbit = rand(5, cells.Count, 3);
        Tensor full = layer.forward(perOrbit.index_select(1, tensor(cells.Index.Select(orbit => (long)orbit).ToArray())));
        var (weight, bias) = layer.Fold(new OrbitFold(pattern, cells, elements));
        Tensor folded = (perOrbit.flatten(1).matmul(weight) + bias).view(5, elements.Count, 2);

        Assert.Equal(0, Equivariance.LargestDifference(full, folded.index_select(1, tensor(elements.Index.Select(orbit => (long)orbit).ToArray()))), 1e-5);
    }

    [Fact]
    public void Permutations_of_different_numbers_of_generators_are_refused() =>
        Assert.Throws<ArgumentException>(() => new TyingPattern([Permutation.Identity(2)], [Permutation.Identity(2), Permutation.Identity(2)]));

    private static OrbitPartition OrbitsUnder(Subgroup subgroup, PermutationRepresentation action) =>
        OrbitPartition.Of(action.Dimension, subgroup.Order, (move, point) => action.Permutation(subgroup.Elements[move])[point]);
}
