using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests.Representations;

public sealed class RepresentationTests
{
    [Fact]
    public void The_regular_representation_has_the_order_as_only_character()
    {
        PermutationRepresentation regular = Representation.Regular(FiniteGroup.Dihedral(5));

        Assert.Equal(10, regular.Character(0));
        Assert.All(Enumerable.Range(1, 9), element => Assert.Equal(0, regular.Character(element)));
    }

    [Fact]
    public void A_direct_sum_adds_characters_and_keeps_products()
    {
        MatrixRepresentation plane = MatrixRepresentation.PlanarReflections(6);
        Representation sum = Representation.DirectSum(plane, Representation.Regular(plane.Group), Representation.Trivial(plane.Group, 2));

        Assert.Equal(16, sum.Dimension);
        for (int g = 0; g < 12; g++)
            Assert.Equal(plane.Character(g) + (g == 0 ? 12 : 0) + 2, sum.Character(g), 1e-12);
        Assert.IsType<PermutationRepresentation>(Representation.DirectSum(Representation.Regular(plane.Group), Representation.Trivial(plane.Group)));
    }

    [Fact]
    public void What_the_trivial_representation_of_a_subgroup_induces_permutes_its_cosets()
    {
        FiniteGroup group = FiniteGroup.Dihedral(4);
        Subgroup subgroup = group.Subgroup(4);
        var induced = Assert.IsType<PermutationRepresentation>(Representation.Induced(subgroup, Representation.Trivial(subgroup.Group)));

        Assert.Equal(4, induced.Dimension);
        Assert.Equal(1, induced.Orbits().Count);
        Assert.Equal(subgroup.Elements.Order(), induced.Stabilizer(0).Elements.Order());
    }

    [Fact]
    public void Induced_characters_follow_the_formula_of_Frobenius()
    {
        PointGroup cube = PointGroup.Find("m-3m");
        int threefold = Enumerable.Range(0, 48).First(element => cube.Group.OrderOf(element) == 3);
        Subgroup subgroup = cube.Group.Subgroup(threefold);
        double[,] turn = { { -0.5, -Math.Sqrt(0.75) }, { Math.Sqrt(0.75), -0.5 } };
        MatrixRepresentation plane = MatrixRepresentation.FromGenerators(subgroup.Group, [turn]);

        Representation induced = Representation.Induced(subgroup, plane);

        Assert.Equal(32, induced.Dimension);
        for (int g = 0; g < 48; g++)
        {
            double expected = Enumerable.Range(0, 48)
                .Select(x => subgroup.Elements.IndexOf(cube.Group.Multiply(cube.Group.Multiply(cube.Group.Inverse(x), g), x)))
                .Where(h => h >= 0).Sum(plane.Character) / subgroup.Order;
            Assert.Equal(expected, induced.Character(g), 1e-9);
        }
    }

    [Fact]
    public void Inducing_from_the_trivial_subgroup_gives_the_regular_representation()
    {
        FiniteGroup group = FiniteGroup.Dihedral(3);
        Subgroup trivial = group.Subgroup();
        Representation induced = Representation.Induced(trivial, Representation.Trivial(trivial.Group));

        for (int g = 0; g < 6; g++)
            Assert.Equal(Representation.Regular(group).Character(g), induced.Character(g));
    }

    [Fact]
    public void Images_that_do_not_multiply_like_the_group_are_refused()
    {
        FiniteGroup group = FiniteGroup.Cyclic(4);

        Assert.Throws<ArgumentException>(() => PermutationRepresentation.FromGenerators(group, [Permutation.Cycle(3, 0, 1, 2)]));
        Assert.Throws<ArgumentException>(() => MatrixRepresentation.FromGenerators(group, [new[,] { { 2.0 } }]));
        Assert.Throws<ArgumentException>(() => new MatrixRepresentation(group, [.. Enumerable.Repeat(new double[1, 1], 4)]));
    }

    [Fact]
    public void Acting_on_a_tensor_is_multiplying_by_the_matrix()
    {
        PermutationRepresentation action = PermutationRepresentation.Symmetric(4);
        using torch.Tensor vectors = torch.rand(3, 4, dtype: torch.ScalarType.Float64);
        for (int g = 0; g < action.Group.Order; g++)
            Assert.Equal(0, Equivariance.LargestDifference(action.Act(g, vectors), vectors.matmul(action.ToTensor(g).t())));
    }
}
