using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Graphs;
using Lodestone.Models.Megnet;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Megnet;

public sealed class MegnetTests() : CrystalContract("megnet", """{ "element_properties": true, "element_length": 4, "blocks": 2, "hidden_length": 16, "feature_length": 16, "gaussians": 12, "readout_steps": 2, "cutoff": 4.5 }""")
{
    [Fact]
    public void The_published_configuration_has_the_published_count_of_parameters() =>
        Assert.Equal(189_621, ModelCatalog.Architecture("megnet").CountParameters([]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_what_its_equations_say(bool withState)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var options = new MegnetOptions { Blocks = 2, Gaussians = 20, State = withState ? ["density_g_cm3", "a_number"] : [] };
        var network = new MegnetNetwork(options, 3);
        CrystalGraph batch = network.Encoder.Join([.. RandomCrystals.Make(3, 3).Select((crystal, i) =>
            network.Encoder.Encode(crystal with { Properties = crystal.Properties.SetItem("a_number", $"{i}.5") }))]);

        Tensor expected = PlainMegnet.Predict(network, options, batch);

        Assert.InRange((expected - network.forward(batch)).abs().max().item<float>() / expected.abs().max().item<float>(), 0, 1e-5);
    }

    [Fact]
    public void The_state_is_read_and_must_be_there()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var network = new MegnetNetwork(new MegnetOptions { State = ["temperature_K"] }, 1);
        Material crystal = RandomCrystals.Make(1, 3)[0];
        float Value(double temperature)
        {
            Material at = crystal with { Properties = crystal.Properties.SetItem("temperature_K", temperature.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
            return network.forward(network.Encoder.Join([network.Encoder.Encode(at)])).item<float>();
        }

        Assert.NotEqual(Value(0.3), Value(0.7));
        Assert.Equal(Value(0.3), Value(0.3));
        Assert.Contains("temperature_K", Assert.Throws<EncodingException>(() => network.Encoder.Encode(crystal)).Message);
    }

    [Fact]
    public void A_softmax_is_that_of_each_group_and_a_mean_of_nothing_is_zero()
    {
        using var scope = NewDisposeScope();
        var groups = new Segments([0, 2, 2, 5]);
        Tensor scores = tensor(new[] { 1000f, 1001f, -5f, 0f, 3f });
        Tensor weights = groups.Softmax(scores);

        Assert.Equal(nn.functional.softmax(scores[..2], 0).bytes.ToArray(), weights[..2].bytes.ToArray());
        Assert.True(nn.functional.softmax(scores[2..], 0).allclose(weights[2..]));
        Assert.Equal([1000.5f, 0, -2f / 3], groups.Mean(scores.unsqueeze(1)).data<float>().ToArray().Select(x => MathF.Round(x, 4) == -0.6667f ? -2f / 3 : x));
    }

    [Fact]
    public void An_element_without_a_place_is_refused_with_the_remedy()
    {
        var network = new MegnetNetwork(new MegnetOptions(), 1);
        Material polonium = RandomCrystals.Of("Po", Structure.Crystal(Lattice.FromParameters(3.35, 3.35, 3.35, 90, 90, 90), [Element.Parse("Po")], [Vector3D.Zero]));

        Assert.Contains("element_properties", Assert.Throws<EncodingException>(() => network.Encoder.Encode(polonium)).Message);
    }

    [Fact]
    public void Every_published_element_has_a_place_of_its_own()
    {
        Assert.Equal(89, PublishedElements.All.Count);
        Assert.Equal(Enumerable.Range(0, 89).Select(place => (long)place), PublishedElements.All.Select(element => PublishedElements.Places[element.AtomicNumber]).Order());
    }

    [Theory]
    [InlineData("neighbours", -1)]
    [InlineData("cutoff", 0)]
    [InlineData("gaussians", 1)]
    public void Options_out_of_their_range_are_refused_by_name(string option, int value) =>
        Assert.Contains($"'{option}'", Assert.Throws<InputException>(() => ModelCatalog.Architecture("megnet").CountParameters(new JsonObject { [option] = value })).Message);
}
