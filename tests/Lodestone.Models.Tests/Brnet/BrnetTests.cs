using System.Text.Json.Nodes;

namespace Lodestone.Models.Tests.Brnet;

public sealed class BrnetTests() : FormulaContract("brnet", """{ "layers": "24x2+1-16x2-8x1" }""")
{
    // Counts of the released network and of the variants of table 6 in Gupta et al., Sci. Rep. 13, 9128 (2023).
    [Theory]
    [InlineData("1024x2+2-512x3-256x3-128x3-64x2-32x1", 4_548_385)]
    [InlineData("1024x3+1-512x3-256x3-128x3-64x2-32x1", 4_548_385)]
    [InlineData("1024x2+1+1-512x3-256x3-128x3-64x2-32x1", 3_676_961)]
    [InlineData("1024x1+1+1+1-512x3-256x3-128x3-64x2-32x1", 2_805_537)]
    [InlineData("1024x4-512x2+1-256x3-128x3-64x2-32x1", 6_206_753)]
    [InlineData("1024x4-512x1+1+1-256x3-128x3-64x2-32x1", 6_993_697)]
    [InlineData("1024x4-512x3-256x2+1-128x3-64x2-32x1", 5_616_673)]
    [InlineData("1024x4-512x3-256x1+1+1-128x3-64x2-32x1", 5_813_537)]
    [InlineData("1024x4-512x3-256x3-128x2+1-64x2-32x1", 5_469_089)]
    [InlineData("1024x4-512x3-256x3-128x1+1+1-64x2-32x1", 5_518_369)]
    [InlineData("1024x4-512x3-256x3-128x3-64x1+1-32x1", 5_432_161)]
    [InlineData("1024x4-512x3-256x3-128x3-64x2-32x1", 5_419_809)]
    public void It_has_the_published_number_of_parameters(string layers, long parameters) =>
        Assert.Equal(parameters, ModelCatalog.Architecture("brnet").CountParameters(new JsonObject { ["layers"] = layers }));

    [Theory]
    [InlineData("brnet")]
    [InlineData("ibrnet")]
    public void The_released_network_is_the_default(string name) =>
        Assert.Equal(4_548_385, ModelCatalog.Architecture(name).CountParameters([]));

    [Fact]
    public void Without_skips_and_branches_it_is_as_large_as_ElemNet()
    {
        var options = new JsonObject { ["layers"] = "1024x4-512x3-256x3-128x3-64x2-32x1", ["skips"] = false, ["activation"] = "relu" };

        Assert.Equal(4_631_361, ModelCatalog.Architecture("brnet").CountParameters(options));
    }
}
