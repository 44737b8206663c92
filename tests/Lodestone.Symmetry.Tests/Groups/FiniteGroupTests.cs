using CsCheck;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Symmetry.Tests.Groups;

public sealed class FiniteGroupTests
{
    private static readonly Gen<FiniteGroup> AnyGroup = Gen.OneOf(
        Gen.Int[1, 12].Select(FiniteGroup.Cyclic),
        Gen.Int[1, 9].Select(FiniteGroup.Dihedral),
        Gen.Int[1, 5].Select(points => PermutationRepresentation.Symmetric(points).Group),
        Gen.Select(Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }), Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }),
            (a, b) => PermutationRepresentation.GeneratedBy(new Permutation(a), new Permutation(b)).Group));

    [Fact]
    public void Products_are_associative_and_have_inverses() =>
        Gen.Select(AnyGroup, Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 9999]).Sample((group, x, y, z) =>
        {
            int a = x % group.Order, b = y % group.Order, c = z % group.Order;
            return group.Multiply(group.Multiply(a, b), c) == group.Multiply(a, group.Multiply(b, c))
                && group.Multiply(a, group.Inverse(a)) == 0 && group.Multiply(group.Inverse(a), a) == 0
                && group.Multiply(0, a) == a && group.Multiply(a, 0) == a && group.Order % group.OrderOf(a) == 0;
        });

    [Fact]
    public void Cosets_divide_a_group_into_parts_as_large_as_the_subgroup() =>
        Gen.Select(AnyGroup, Gen.Int[0, 9999]).Sample((group, x) =>
        {
            Subgroup subgroup = group.Subgroup(x % group.Order);
            OrbitPartition left = subgroup.LeftCosets(), right = subgroup.RightCosets();
            return subgroup.Order == group.OrderOf(x % group.Order)
                && left.Count == subgroup.Index && right.Count == subgroup.Index
                && Enumerable.Range(0, left.Count).All(coset => left.Members(coset).Length == subgroup.Order)
                && left.Members(0).SequenceEqual(subgroup.Elements.Order())
                && subgroup.IsNormal == left.Index.SequenceEqual(right.Index);
        });

    [Fact]
    public void Orbits_times_stabilizers_are_groups()
    {
        foreach (PermutationRepresentation action in (PermutationRepresentation[])[PermutationRepresentation.Symmetric(4), Representation.Regular(FiniteGroup.Dihedral(4)), PermutationRepresentation.GeneratedBy(Permutation.Cycle(6, 0, 1, 2), Permutation.Cycle(6, 3, 4))])
        {
            OrbitPartition orbits = action.Orbits();
            for (int point = 0; point < action.Dimension; point++)
                Assert.Equal(action.Group.Order, action.Stabilizer(point).Order * orbits.Members(orbits.Index[point]).Length);
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 6, 3)]
    [InlineData(5, 120, 7)]
    [InlineData(6, 720, 11)]
    public void The_symmetric_group_has_a_class_for_each_partition(int points, int order, int classes)
    {
        FiniteGroup group = PermutationRepresentation.Symmetric(points).Group;

        Assert.Equal(order, group.Order);
        Assert.Equal(classes, group.ConjugacyClasses().Count);
    }

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 5, false)]
    [InlineData(2, 4, true)]
    [InlineData(1, 2, true)]
    public void The_dihedral_group_turns_and_reflects(int corners, int classes, bool abelian)
    {
        FiniteGroup group = FiniteGroup.Dihedral(corners);

        Assert.Equal(2 * corners, group.Order);
        Assert.Equal(classes, group.ConjugacyClasses().Count);
        Assert.Equal(abelian, group.IsAbelian);
        Assert.Equal(group.Inverse(1 % corners), group.Multiply(group.Multiply(corners, 1 % corners), corners));
    }

    [Fact]
    public void Too_large_a_group_is_refused() =>
        Assert.Throws<ArgumentException>(() => PermutationRepresentation.GeneratedBy(PermutationRepresentation.SymmetricGenerators(8)));

    [Fact]
    public void Images_that_are_no_permutation_are_refused() => Assert.Throws<ArgumentException>(() => new Permutation(0, 2, 2));
}
