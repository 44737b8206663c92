using System.Text.Json.Nodes;
using Lodestone.Matter;

namespace Lodestone.Models.Tests.Elemnet;

public sealed class ElemnetTests() : FormulaContract("elemnet", """{ "layers": "32x2-16x1", "dropout": [0.02] }""")
{
    [Fact]
    public void It_has_the_published_number_of_parameters() =>
        Assert.Equal(4_631_361, ModelCatalog.Architecture("elemnet").CountParameters([]));

    [Theory]
    [InlineData("""{ "dropout": [1] }""")]
    [InlineData("""{ "layers": "8x2", "dropout": [0.1, 0.1] }""")]
    public void Dropout_that_is_no_share_is_refused(string options) =>
        Assert.Contains("dropout", Assert.Throws<InputException>(() => ModelCatalog.Architecture("elemnet").CountParameters(JsonNode.Parse(options)!.AsObject())).Message);
}
