using System.Text.Json.Nodes;
using Lodestone.Models.Egnn;
using Lodestone.Models.Graphs;
using Lodestone.Models.Tests.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Egnn;

public sealed class McEgnnTests() : CrystalContract("mc-egnn", """{ "channels": 3, "feature_length": 8, "layers": 2, "gaussians": 12, "neighbours": 6, "cutoff": 6, "tanh": true, "norm_diff": true }""")
{
    [Fact]
    public void One_channel_is_the_EGNN_to_the_bit()
    {
        using var scope = NewDisposeScope();
        CrystalGraph batch = Structures.Encode(RandomCrystals.Make(6, 4), neighbours: 12, cutoff: 8);
        manual_seed(1);
        var plain = new EgnnNetwork(new EgnnOptions(), 2);
        manual_seed(1);
        var multi = new EgnnNetwork(new McEgnnOptions { Channels = 1 }, 2);

        Assert.Equal(plain.forward(batch).bytes.ToArray(), multi.forward(batch).bytes.ToArray());
        Assert.Equal(
            ModelCatalog.Architecture("egnn").CountParameters([]),
            ModelCatalog.Architecture("mc-egnn").CountParameters(new JsonObject { ["channels"] = 1 }));
    }

    [Theory]
    [InlineData(Pooling.Mean, false)]
    [InlineData(Pooling.Sum, true)]
    public void A_network_of_crystals_is_what_its_equations_say(Pooling pooling, bool bounded)
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var options = new McEgnnOptions { FeatureLength = 8, Layers = 3, Gaussians = 6, Pooling = pooling, Tanh = bounded, NormDiff = bounded };
        var network = new EgnnNetwork(options, 2);
        using (no_grad())
            foreach (var (name, parameter) in network.named_parameters())
                if (name.Contains("vector_second")) parameter.mul_(300); // vectors hardly move at first; here they shall
        CrystalGraph batch = Structures.Encode(RandomCrystals.Make(3, 4), neighbours: 5, cutoff: 8);

        Tensor expected = Literal(network, options, batch);

        Assert.InRange((expected - network.forward(batch)).abs().max().item<float>() / expected.abs().max().item<float>(), 0, 1e-5);
    }

    private static Tensor Literal(EgnnNetwork network, McEgnnOptions options, CrystalGraph batch)
    {
        var weights = new NamedWeights(network);
        Tensor[] h = [.. batch.AtomicNumber.Select(number => weights.Element("elements", number))], x = [.. h.Select(_ => zeros(3, 1))];
        PlainMcEgnn.Edge[] edges = [.. batch.Edges().Select(edge => new PlainMcEgnn.Edge(
            edge.Source, edge.Target, edge.Vector!, PlainGraph.Gaussians(edge.Length, 0, options.Cutoff, options.Gaussians)))];
        var last = new EgnnLayerOptions
        {
            Features = options.FeatureLength,
            ChannelsIn = 1,
            ChannelsOut = 0,
            Attention = options.Attention,
            Tanh = options.Tanh,
            NormDiff = options.NormDiff,
        };
        (h, _) = PlainMcEgnn.Run(weights, options.Layers, options.Channels, last, h, x, null, edges);
        return stack([.. Enumerable.Range(0, batch.Crystals).Select(Crystal)]);

        Tensor Perceptron(string name, Tensor input) => weights.Linear($"{name}_second", nn.functional.silu(weights.Linear($"{name}_first", input)));

        Tensor Crystal(int crystal)
        {
            Tensor atoms = stack([.. h[batch.AtomStart[crystal]..batch.AtomStart[crystal + 1]].Select(row => Perceptron("atom", row))]);
            return Perceptron("material", options.Pooling == Pooling.Sum ? atoms.sum([0]) : atoms.mean([0]));
        }
    }
}
