using Lodestone.Matter;
using Lodestone.Models.Dense;

namespace Lodestone.Models.Tests.Dense;

public sealed class LayerPlanTests
{
    [Fact]
    public void A_plan_is_blocks_with_branches()
    {
        var plan = LayerPlan.Parse("1024x2+1-32x3", branched: true);

        Assert.Equal([1024, 32], plan.Select(block => block.Width));
        Assert.Equal([2, 1], plan[0].Branches);
        Assert.Equal([3], plan[1].Branches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1024")]
    [InlineData("1024x")]
    [InlineData("1024x0")]
    [InlineData("-1x2")]
    [InlineData("16x2-")]
    [InlineData("16x2+")]
    [InlineData("16x2x2")]
    [InlineData("16y2")]
    [InlineData("99999999x2")]
    public void What_is_no_plan_is_refused(string text) =>
        Assert.Contains("is no block", Assert.Throws<InputException>(() => LayerPlan.Parse(text, branched: true)).Message);

    [Fact]
    public void Branches_are_refused_where_there_can_be_none() =>
        Assert.Contains("brnet", Assert.Throws<InputException>(() => LayerPlan.Parse("16x2+2", branched: false)).Message);
}
