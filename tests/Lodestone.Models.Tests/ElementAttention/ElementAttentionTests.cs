using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Models.Compositions;
using Lodestone.Models.ElementAttention;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.ElementAttention;

public sealed class ElementAttentionTests() : FormulaContract("element-attention", """{ "feature_length": 16, "heads": 2, "blocks": 2, "block_hidden_length": 24 }""")
{
    [Theory]
    [InlineData(PoolingName.Attention, false)]
    [InlineData(PoolingName.Fraction, true)]
    [InlineData(PoolingName.Amount, true)]
    public void It_is_what_its_equations_say(PoolingName pooling, bool amounts)
    {
        using var scope = NewDisposeScope();
        var options = new ElementAttentionOptions { Pooling = pooling, Amounts = amounts, FeatureLength = 16, BlockHiddenLength = 24 };
        using ElementAttentionNetwork network = Make(options);
        ElementSets[] formulas = [Encode("Li2FeSi2O6"), Encode("Fe"), Encode("Fe2O3")];

        Tensor expected = stack([.. formulas.Select(formula => PlainElementAttention.Predict(network, options, formula))]);

        Assert.True(allclose(expected, network.forward(ElementSets.Join(formulas)), 1e-4, 1e-5));
    }

    [Theory]
    [InlineData(PoolingName.Attention)]
    [InlineData(PoolingName.Fraction)]
    [InlineData(PoolingName.Amount)]
    public void The_order_of_the_elements_in_the_arrays_changes_nothing(PoolingName pooling)
    {
        using var scope = NewDisposeScope();
        using ElementAttentionNetwork network = Make(new() { Pooling = pooling, Amounts = true });
        ElementSets set = Encode("Li2FeSi2O6");
        int[] order = [2, 0, 3, 1];
        var permuted = new ElementSets
        {
            Start = set.Start,
            AtomicNumber = [.. order.Select(i => set.AtomicNumber[i])],
            Amount = [.. order.Select(i => set.Amount[i])],
            Fraction = [.. order.Select(i => set.Fraction[i])],
        };

        Assert.True(allclose(network.forward(set), network.forward(permuted), 1e-5, 1e-5));
    }

    [Theory]
    [InlineData(PoolingName.Attention)]
    [InlineData(PoolingName.Fraction)]
    [InlineData(PoolingName.Amount)]
    public void Longer_formulas_in_the_batch_change_nothing(PoolingName pooling)
    {
        using var scope = NewDisposeScope();
        using ElementAttentionNetwork network = Make(new() { Pooling = pooling });
        string[] formulas = ["Fe", "LiMg6Co", "NaFePCO7", "Fe2O3"];

        Tensor together = network.forward(ElementSets.Join([.. formulas.Select(Encode)]));

        for (int i = 0; i < formulas.Length; i++)
            Assert.True(allclose(network.forward(Encode(formulas[i]))[0], together[i], 1e-5, 1e-5));
    }

    [Fact]
    public void Amounts_matter_only_where_they_are_read()
    {
        using var scope = NewDisposeScope();
        using ElementAttentionNetwork fractions = Make(new());
        using ElementAttentionNetwork amounts = Make(new() { Amounts = true });

        Assert.Equal(fractions.forward(Encode("Fe2O3")).item<float>(), fractions.forward(Encode("Fe4O6")).item<float>());
        Assert.NotEqual(amounts.forward(Encode("Fe2O3")).item<float>(), amounts.forward(Encode("Fe4O6")).item<float>());
    }

    [Fact]
    public void Elements_and_fractions_matter()
    {
        using var scope = NewDisposeScope();
        using ElementAttentionNetwork network = Make(new());
        float[] outputs = [.. new[] { "FeO", "CoO", "Fe2O3", "Fe3O4", "Fe100O", "Fe101O" }.Select(formula => network.forward(Encode(formula)).item<float>())];

        Assert.Equal(outputs.Length, outputs.Distinct().Count());
    }

    [Fact]
    public void Heads_that_do_not_divide_the_features_are_refused() =>
        Assert.Contains("no multiple", Assert.Throws<InputException>(() =>
            ModelCatalog.Architecture("element-attention").CountParameters(new JsonObject { ["heads"] = 3 })).Message);

    [Theory]
    [InlineData("blocks", -1)]
    [InlineData("heads", 0)]
    [InlineData("dropout", 1)]
    public void Options_out_of_their_range_are_refused(string option, int value) =>
        Assert.Contains("out of its range", Assert.Throws<InputException>(() =>
            ModelCatalog.Architecture("element-attention").CountParameters(new JsonObject { [option] = value })).Message);

    private static ElementAttentionNetwork Make(ElementAttentionOptions options)
    {
        random.manual_seed(1);
        var network = new ElementAttentionNetwork(options with { FeatureLength = 16, BlockHiddenLength = 24 }, 1);
        network.eval();
        return network;
    }

    private static ElementSets Encode(string formula) => new ElementAttentionEncoder().Encode(new Material("", Composition.Parse(formula), null));
}
