using CsCheck;
using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests.Layers;

public sealed class EquivariantMapsTests
{
    private static readonly MatrixRepresentation Triangle = MatrixRepresentation.PlanarReflections(3);
    private static readonly MatrixRepresentation Square = MatrixRepresentation.PlanarReflections(4);
    private static readonly MatrixRepresentation Turns = MatrixRepresentation.PlanarRotations(5);

    public static TheoryData<string> Pairs { get; } = [.. Families().Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_maps_are_as_many_as_the_characters_say_and_each_is_equivariant(string name)
    {
        Representation[] family = Families().Single(f => f.Name == name).Representations;
        foreach (Representation input in family)
        {
            foreach (Representation output in family)
            {
                using torch.Tensor basis = EquivariantMaps.Basis(input, output);
                FiniteGroup group = input.Group;
                double expected = Enumerable.Range(0, group.Order).Average(g => output.Character(g) * input.Character(group.Inverse(g)));

                Assert.Equal(expected, basis.shape[0], 1e-9);
                using torch.Tensor gram = basis.flatten(1).matmul(basis.flatten(1).t());
                Assert.Equal(0, Equivariance.LargestDifference(gram, torch.eye(basis.shape[0], dtype: torch.float64)), 1e-12);
                for (int map = 0; map < basis.shape[0]; map++)
                {
                    using torch.Tensor matrix = basis[map];
                    Equivariance.AssertEquivariant(x => x.matmul(matrix.t()), input, output, [torch.eye(input.Dimension, dtype: torch.float64)], 1e-10);
                }
            }
        }
    }

    [Fact]
    public void Irreducible_representations_that_differ_have_no_map_between_them()
    {
        MatrixRepresentation sign = MatrixRepresentation.FromGenerators(Square.Group, [new[,] { { 1.0 } }, new[,] { { -1.0 } }]);

        Assert.Equal(0, EquivariantMaps.Basis(sign, Square).shape[0]);
        Assert.Equal(0, EquivariantMaps.FixedVectors(Square).shape[0]);
        Assert.Equal(1, EquivariantMaps.Basis(Square, Square).shape[0]);
        Assert.Equal(2, EquivariantMaps.Basis(Turns, Turns).shape[0]); // a rotation and a scale
    }

    [Fact]
    public void A_permutation_has_as_many_fixed_vectors_as_orbits() =>
        Gen.Select(Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }), Gen.Shuffle(new[] { 0, 1, 2, 3, 4 })).Sample((a, b) =>
        {
            PermutationRepresentation action = PermutationRepresentation.GeneratedBy(new Permutation(a), new Permutation(b));
            double burnside = Enumerable.Range(0, action.Group.Order).Average(g => action.Permutation(g).FixedPoints);
            using torch.Tensor vectors = EquivariantMaps.FixedVectors(action);
            return vectors.shape[0] == action.Orbits().Count && Math.Abs(burnside - action.Orbits().Count) < 1e-9;
        }, iter: 30);

    [Fact]
    public void What_cannot_be_solved_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EquivariantMaps.Basis(Triangle, Square));
        PointGroup cube = PointGroup.Find("m-3m");
        Assert.Throws<ArgumentException>(() => EquivariantMaps.Basis(Representation.DirectSum([.. Enumerable.Repeat<Representation>(cube.Vectors, 8)]), Representation.Regular(cube.Group)));
    }

    private static (string Name, Representation[] Representations)[] Families()
    {
        PermutationRepresentation nodes = PermutationRepresentation.Symmetric(3);
        PermutationRepresentation corners = PermutationRepresentation.FromGenerators(Square.Group, [Permutation.Cycle(4, 0, 1, 2, 3), Permutation.Cycle(4, 1, 3)]);
        Subgroup mirror = Square.Group.Subgroup(4);
        var odd = new MatrixRepresentation(mirror.Group, [new[,] { { 1.0 } }, new[,] { { -1.0 } }]);
        return
        [
            ("turns", [Turns, Representation.Trivial(Turns.Group, 2), Representation.Regular(Turns.Group)]),
            ("triangle", [Triangle, Representation.TensorProduct(Triangle, Triangle), Representation.Regular(Triangle.Group)]),
            ("square", [Square, corners, Representation.Induced(mirror, odd), Representation.DirectSum(Square, corners)]),
            ("graphs", [nodes, Representation.TensorProduct(nodes, nodes), Representation.Trivial(nodes.Group)]),
        ];
    }
}
