using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

public sealed class HallSymbolTests
{
    [Fact]
    public void A_change_of_basis_moves_the_origin()
    {
        // Diamond's two origins lie (1/8, 1/8, 1/8) apart: 1.5 twelfths are no whole ones, so the vector is written as expressions.
        var shifted = HallSymbol.Operations("F 4d 2 3 -1d (x-1/8,y-1/8,z-1/8)");
        Assert.Equal(HallSymbol.Operations("-F 4vw 2vw 3").ToHashSet(), shifted.ToHashSet());
    }

    [Fact]
    public void A_change_to_a_larger_cell_brings_centring_translations()
    {
        // The C-centred cell of twice the size, turned by 45 degrees.
        var larger = HallSymbol.Operations("-P 4 2 (1/2x-1/2y,1/2x+1/2y,z)");
        Assert.Equal(32, larger.Length);
        Assert.Contains(SymmetryOperation.Parse("x+1/2,y+1/2,z"), larger);
    }

    [Theory]
    [InlineData("- P 2ac 2n")]
    [InlineData("-P_2ac_2n")]
    [InlineData("-p 2AC 2N")]
    public void Spellings(string symbol) => Assert.Equal(SpaceGroup.Standard(62).Operations.ToHashSet(), HallSymbol.Operations(symbol).ToHashSet());

    [Theory]
    [InlineData("")]
    [InlineData("Q 2")]
    [InlineData("P 5")]
    [InlineData("P 2 2 2 2 2")]
    [InlineData("P 3 4")]
    [InlineData("P 2 (0 0")]
    [InlineData("P 2 (0 0 x)")]
    [InlineData("P 63z1")]
    [InlineData("P 2q")]
    public void What_is_no_symbol_is_refused(string symbol) => Assert.Throws<FormatException>(() => HallSymbol.Operations(symbol));
}
