using Lodestone.Symmetry.Crystals;

namespace Lodestone.Symmetry.Tests.Crystals;

public sealed class PointGroupTests
{
    // Orders and numbers of classes of the 32 point groups: International Tables for Crystallography A, table 10.1.2.
    public static TheoryData<string, int, int> Groups => new()
    {
        { "1", 1, 1 }, { "-1", 2, 2 }, { "2", 2, 2 }, { "m", 2, 2 }, { "2/m", 4, 4 }, { "222", 4, 4 }, { "mm2", 4, 4 }, { "mmm", 8, 8 },
        { "4", 4, 4 }, { "-4", 4, 4 }, { "4/m", 8, 8 }, { "422", 8, 5 }, { "4mm", 8, 5 }, { "-42m", 8, 5 }, { "4/mmm", 16, 10 },
        { "3", 3, 3 }, { "-3", 6, 6 }, { "32", 6, 3 }, { "3m", 6, 3 }, { "-3m", 12, 6 }, { "6", 6, 6 }, { "-6", 6, 6 }, { "6/m", 12, 12 },
        { "622", 12, 6 }, { "6mm", 12, 6 }, { "-6m2", 12, 6 }, { "6/mmm", 24, 12 }, { "23", 12, 4 }, { "m-3", 24, 8 }, { "432", 24, 5 },
        { "-43m", 24, 5 }, { "m-3m", 48, 10 },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Groups_have_their_orders_and_classes(string symbol, int order, int classes)
    {
        PointGroup group = PointGroup.Find(symbol);

        Assert.Equal(order, group.Group.Order);
        Assert.Equal(classes, group.Group.ConjugacyClasses().Count);
    }

    [Fact]
    public void There_are_32_different_ones() =>
        Assert.Equal(32, PointGroup.All.Select(group => string.Join(' ', group.Rotations.Select(r => r.ToString()).Order())).Distinct().Count());

    [Fact]
    public void Their_Cartesian_matrices_are_orthogonal()
    {
        foreach (PointGroup group in PointGroup.All)
            for (int element = 0; element < group.Group.Order; element++)
                for (int i = 0; i < 3; i++)
                    for (int j = 0; j < 3; j++)
                        Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, 3).Sum(k => group.Vectors[element, i, k] * group.Vectors[element, j, k]), 1e-12);
    }

    [Fact]
    public void Only_polar_groups_leave_a_direction_alone()
    {
        // The mean of the characters counts the invariant vectors: the ten polar groups have some.
        IEnumerable<string> polar = PointGroup.All
            .Where(group => Enumerable.Range(0, group.Group.Order).Sum(group.Vectors.Character) > 0.5 * group.Group.Order).Select(group => group.Symbol);

        Assert.Equal(["1", "2", "m", "mm2", "4", "4mm", "3", "3m", "6", "6mm"], polar);
    }

    [Fact]
    public void An_unknown_symbol_is_refused_with_the_known_ones() =>
        Assert.Contains("m-3m", Assert.Throws<ArgumentException>(() => PointGroup.Find("5m")).Message);
}
