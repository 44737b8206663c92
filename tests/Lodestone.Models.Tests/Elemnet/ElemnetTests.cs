using System.Text.Json.Nodes;
using Lodestone.Matter;
using Lodestone.Models.Compositions;
using Lodestone.Models.Elemnet;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Elemnet;

public sealed class ElemnetTests() : FormulaContract("elemnet", """{ "layers": "32x2-16x1", "dropout": [0.02] }""")
{
    [Fact]
    public void It_has_the_published_number_of_parameters() =>
        Assert.Equal(4_631_361, ModelCatalog.Architecture("elemnet").CountParameters([]));

    [Fact]
    public void It_computes_the_published_function()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        var network = new ElemnetNetwork(new ElemnetOptions { Layers = "5x2-3x1", Dropout = [0.5] }, 2);
        network.eval();
        var weights = new NamedWeights(network);
        Tensor x = rand(7, 86);
        Tensor Dense(int index, Tensor input)
        {
            Tensor z = weights.Linear($"layers.{index}", input);
            return where(z > 0, z, zeros_like(z));
        }

        // The activations have places of their own, 1, 3 and 6, and so has the dropout, 4.
        Tensor expected = weights.Linear("layers.7", Dense(5, Dense(2, Dense(0, x))));

        Assert.True(allclose(expected, network.forward(new FractionBatch(86, x.data<float>().ToArray())), rtol: 1e-5, atol: 1e-6));
    }

    [Theory]
    [InlineData("""{ "dropout": [1] }""")]
    [InlineData("""{ "layers": "8x2", "dropout": [0.1, 0.1] }""")]
    public void Dropout_that_is_no_share_is_refused(string options) =>
        Assert.Contains("dropout", Assert.Throws<InputException>(() => ModelCatalog.Architecture("elemnet").CountParameters(JsonNode.Parse(options)!.AsObject())).Message);
}
