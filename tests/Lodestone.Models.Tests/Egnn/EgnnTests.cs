using System.Text.Json.Nodes;
using Lodestone.Matter;

namespace Lodestone.Models.Tests.Egnn;

public sealed class EgnnTests() : CrystalContract("egnn", """{ "feature_length": 8, "layers": 2, "gaussians": 12, "neighbours": 6, "cutoff": 6 }""")
{
    [Theory]
    [InlineData("feature_length", 0)]
    [InlineData("layers", 0)]
    [InlineData("gaussians", 1)]
    [InlineData("neighbours", 0)]
    [InlineData("cutoff", -1)]
    public void An_option_out_of_its_range_is_named(string option, int value)
    {
        string message = Assert.Throws<InputException>(() => ModelCatalog.Architecture("egnn").CountParameters(new JsonObject { [option] = value })).Message;

        Assert.Contains($"'{option}'", message);
    }
}
