using System.Collections.Immutable;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

public sealed class SpaceGroupTests
{
    // Number of general positions of each crystal class (International Tables A), times the lattice points of the cell.
    private static int OrderOf(SpaceGroup group)
    {
        (int Last, int Order)[] classes =
        [
            (1, 1), (2, 2), (5, 2), (9, 2), (15, 4), (24, 4), (46, 4), (74, 8), (80, 4), (82, 4), (88, 8), (98, 8), (110, 8), (122, 8), (142, 16),
            (146, 3), (148, 6), (155, 6), (161, 6), (167, 12), (173, 6), (174, 6), (176, 12), (182, 12), (186, 12), (190, 12), (194, 24),
            (199, 12), (206, 24), (214, 24), (220, 24), (230, 48),
        ];
        int order = classes.First(entry => group.Number <= entry.Last).Order;
        int points = group.HermannMauguin[0] switch { 'P' => 1, 'F' => 4, 'R' => group.Choice == "R" ? 1 : 3, _ => 2 };
        return order * points;
    }

    [Fact]
    public void Every_setting_is_a_closed_group_of_the_right_order()
    {
        Assert.Equal(Enumerable.Range(1, 230), SpaceGroup.All.Select(group => group.Number).Distinct());
        foreach (SpaceGroup group in SpaceGroup.All)
        {
            Assert.True(group.Operations.Length == OrderOf(group), $"{group} ({group.HallSymbol}) has {group.Operations.Length} operations.");
            Assert.True(group.Operations[0].IsIdentity);
            if (group.Operations.Length <= 48) Assert.True(SymmetryGroup.IsClosed(group.Operations), group.ToString());
        }
    }

    [Fact]
    public void Inversion_is_there_in_centrosymmetric_groups_only()
    {
        (int First, int Last)[] centric =
            [(2, 2), (10, 15), (47, 74), (83, 88), (123, 142), (147, 148), (162, 167), (175, 176), (191, 194), (200, 206), (221, 230)];
        foreach (SpaceGroup group in SpaceGroup.All)
        {
            bool expected = centric.Any(range => group.Number >= range.First && group.Number <= range.Last);
            Assert.Equal(expected, group.Operations.Any(operation => operation.Rotation == -RotationPart.Identity));
        }
    }

    // Operators as International Tables A print them.
    [Theory]
    [InlineData("P 1 21/c 1", "x,y,z", "-x,y+1/2,-z+1/2", "-x,-y,-z", "x,-y+1/2,z+1/2")]
    [InlineData("P 1 21/n 1", "x,y,z", "-x+1/2,y+1/2,-z+1/2", "-x,-y,-z", "x+1/2,-y+1/2,z+1/2")]
    [InlineData("P 21 21 21", "x,y,z", "-x+1/2,-y,z+1/2", "-x,y+1/2,-z+1/2", "x+1/2,-y+1/2,-z")]
    [InlineData("P 41", "x,y,z", "-x,-y,z+1/2", "-y,x,z+1/4", "y,-x,z+3/4")]
    [InlineData("P 43", "x,y,z", "-x,-y,z+1/2", "-y,x,z+3/4", "y,-x,z+1/4")]
    [InlineData("P 61", "x,y,z", "-y,x-y,z+1/3", "-x+y,-x,z+2/3", "-x,-y,z+1/2", "y,-x+y,z+5/6", "x-y,x,z+1/6")]
    [InlineData("P 31 2 1", "x,y,z", "-y,x-y,z+1/3", "-x+y,-x,z+2/3", "y,x,-z", "x-y,-y,-z+2/3", "-x,-x+y,-z+1/3")]
    [InlineData("P 31 1 2", "x,y,z", "-y,x-y,z+1/3", "-x+y,-x,z+2/3", "-y,-x,-z+2/3", "-x+y,y,-z+1/3", "x,x-y,-z")]
    [InlineData("R 3:R", "x,y,z", "z,x,y", "y,z,x")]
    [InlineData("P n m a", "x,y,z", "-x+1/2,-y,z+1/2", "-x,y+1/2,-z", "x+1/2,-y+1/2,-z+1/2", "-x,-y,-z", "x+1/2,y,-z+1/2", "x,-y+1/2,z", "-x+1/2,y+1/2,z+1/2")]
    [InlineData("P 63 m c", "x,y,z", "-y,x-y,z", "-x+y,-x,z", "-x,-y,z+1/2", "y,-x+y,z+1/2", "x-y,x,z+1/2", "-y,-x,z", "-x+y,y,z", "x,x-y,z", "y,x,z+1/2", "x-y,-y,z+1/2", "-x,-x+y,z+1/2")]
    public void Operators_are_those_of_the_tables(string symbol, params string[] triplets)
    {
        ImmutableArray<SymmetryOperation> operations = SpaceGroup.FindHermannMauguin(symbol)[0].Operations;
        Assert.Equal(triplets.Order(), operations.Select(operation => operation.ToString()).Order());
    }

    [Fact]
    public void The_two_origins_of_diamond_differ_by_an_eighth()
    {
        SpaceGroup first = Assert.Single(SpaceGroup.FindHermannMauguin("F d -3 m:1")), second = Assert.Single(SpaceGroup.FindHermannMauguin("Fd-3m:2"));
        Assert.Contains(SymmetryOperation.Parse("-x,-y,-z"), second.Operations);
        Assert.Contains(SymmetryOperation.Parse("-x+1/4,-y+1/4,-z+1/4"), first.Operations);
        Assert.Equal(second, SpaceGroup.Standard(227));
    }

    [Theory]
    [InlineData("Fm-3m", 225, "F m -3 m")]
    [InlineData("F m 3 m", 225, "F m -3 m")]
    [InlineData("FM3M", 225, "F m -3 m")]
    [InlineData("F 4/m -3 2/m", 225, "F m -3 m")]
    [InlineData("P 2_1/c", 14, "P 1 21/c 1")]
    [InlineData("P2(1)/c", 14, "P 1 21/c 1")]
    [InlineData("P21/n", 14, "P 1 21/n 1")]
    [InlineData("P 1 1 21/b", 14, "P 1 1 21/b")]
    [InlineData("C 2/c", 15, "C 1 2/c 1")]
    [InlineData("R-3m:H", 166, "R -3 m")]
    [InlineData("R -3 m H", 166, "R -3 m")]
    [InlineData("R -3 c :R", 167, "R -3 c")]
    [InlineData("Cmce", 64, "C m c a")]
    [InlineData("C m c a", 64, "C m c a")]
    [InlineData("P 63/m m c", 194, "P 63/m m c")]
    [InlineData("P6_3/mmc", 194, "P 63/m m c")]
    [InlineData("I 41/a m d Z", 141, "I 41/a m d")]
    [InlineData("F d -3 m (origin choice 1)", 227, "F d -3 m")]
    [InlineData("P a 3", 205, "P a -3")]
    [InlineData("P b n m", 62, "P b n m")]
    public void Common_spellings_are_known(string symbol, int number, string hermannMauguin)
    {
        SpaceGroup found = SpaceGroup.FindHermannMauguin(symbol)[0];
        Assert.Equal((number, hermannMauguin), (found.Number, found.HermannMauguin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("X y z")]
    [InlineData("P 7")]
    [InlineData("F m -3 m:3")]
    public void An_unknown_symbol_finds_nothing(string symbol) => Assert.Empty(SpaceGroup.FindHermannMauguin(symbol));

    [Fact]
    public void Every_setting_is_found_by_its_own_symbols()
    {
        foreach (SpaceGroup group in SpaceGroup.All)
        {
            Assert.Contains(group, SpaceGroup.FindHermannMauguin(group.ToString()));
            Assert.Contains(group, SpaceGroup.FindHermannMauguin(group.HermannMauguin.Replace(" ", "")));
            Assert.Equal(group.HallSymbol, SpaceGroup.FindHall(group.HallSymbol)!.HallSymbol);
        }
    }

    [Fact]
    public void Axes_are_told_apart_by_the_cell()
    {
        Lattice hexagonal = Lattice.FromParameters(5, 5, 13, 90, 90, 120), rhombohedral = Lattice.FromParameters(5, 5, 5, 60, 60, 60);
        SpaceGroup h = SpaceGroup.FindHermannMauguin("R-3c:H")[0], r = SpaceGroup.FindHermannMauguin("R-3c:R")[0];
        Assert.True(h.IsCompatibleWith(hexagonal) && r.IsCompatibleWith(rhombohedral));
        Assert.False(h.IsCompatibleWith(rhombohedral) || r.IsCompatibleWith(hexagonal));
    }
}
