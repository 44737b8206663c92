using System.Text.Json.Nodes;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
using Lodestone.Models.Tests.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Cgcnn;

public sealed class CgcnnTests() : CrystalContract("cgcnn", """{ "atom_feature_length": 16, "convolutions": 2, "hidden_length": 16, "neighbours": 8, "cutoff": 6 }""")
{
    [Fact]
    public void The_network_has_the_published_number_of_parameters()
    {
        // 80,833 as published: there an atom enters as 92 numbers through a linear layer of 92 × 64 + 64, here as one row of a table of 119 × 64.
        long rows = 80_833 - (92 * 64 + 64) + 119 * 64;

        Assert.Equal(rows, ModelCatalog.Architecture("cgcnn").CountParameters(new JsonObject { ["element_properties"] = false }));
        Assert.Equal(rows + (ElementProperties.Count + 1) * 64, ModelCatalog.Architecture("cgcnn").CountParameters([]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void It_computes_the_published_function(int hiddenLayers, int ownLayers)
    {
        using var scope = torch.NewDisposeScope();
        torch.manual_seed(3);
        var options = new CgcnnOptions { AtomFeatureLength = 8, Convolutions = 2, HiddenLength = 6, HiddenLayers = hiddenLayers, OwnLayers = ownLayers };
        using var network = new CgcnnNetwork(options, outputs: 2);
        CrystalGraph batch = RandomGraphs.Batch(5, 4);
        network.forward(batch); // the normalizations take statistics of their own
        network.eval();

        Tensor expected = torch.stack([.. Enumerable.Range(0, batch.Crystals).Select(crystal => Literal(network, batch, crystal))]);

        Assert.InRange((expected - network.forward(batch)).abs().max().item<float>() / expected.abs().max().item<float>(), 0, 1e-5);
    }

    [Fact]
    public void Outputs_with_layers_of_their_own_share_the_trunk_only()
    {
        using var scope = torch.NewDisposeScope();
        var options = new CgcnnOptions { Convolutions = 1, HiddenLayers = 0, HiddenLength = 32, OwnLayers = 1 };
        using var network = new CgcnnNetwork(options, outputs: 2);
        using var trunk = new CgcnnNetwork(options with { OwnLayers = 0 }, outputs: 1);
        CrystalGraph batch = network.Encoder.Join([.. RandomCrystals.Make(3, 1).Select(network.Encoder.Encode)]);

        network.forward(batch)[TensorIndex.Colon, 0].sum().backward();

        Assert.Equal([3, 2], network.forward(batch).shape);
        Assert.Equal(Count(trunk) - (64 + 1) + 2 * (64 * 32 + 32 + 32 + 1), Count(network));
        foreach (var (name, parameter) in network.named_parameters())
            Assert.Equal(name.Contains("towers.1", StringComparison.Ordinal), parameter.grad is null || parameter.grad.abs().max().item<float>() == 0);
    }

    /// <summary>One crystal, one edge after the other: T. Xie and J. C. Grossman, Phys. Rev. Lett. 120, 145301 (2018), equation 5.</summary>
    private static Tensor Literal(CgcnnNetwork network, CrystalGraph batch, int crystal)
    {
        CgcnnOptions options = network.Options;
        var weights = new NamedWeights(network);
        int features = options.AtomFeatureLength, first = batch.AtomStart[crystal], end = batch.AtomStart[crystal + 1];
        int gaussians = (int)Math.Round(options.Cutoff / options.GaussianStep) + 1;
        PlainGraph.Edge[] edges = batch.Edges();
        Tensor[] v = [.. batch.AtomicNumber[first..end].Select(number => weights.Element("elements", number))];
        for (int layer = 0; layer < options.Convolutions; layer++)
        {
            NamedWeights of = weights.Of($"convolutions.{layer}");
            Tensor[] ends = of["atoms_weight"].chunk(2); // for the source of an edge and for its target
            v = [.. v.Select((row, i) =>
            {
                Tensor sum = torch.zeros(features);
                foreach (PlainGraph.Edge edge in edges.Where(edge => edge.Source == first + i))
                {
                    Tensor length = PlainGraph.Gaussians(edge.Length, 0, options.Cutoff, gaussians, options.GaussianWidth);
                    Tensor z = ends[0].matmul(row) + of["atoms_bias"] + ends[1].matmul(v[edge.Target - first]) + length.matmul(of["edges_weight"]);
                    Tensor y = (z - of["gate_norm_mean"]) / (of["gate_norm_variance"] + 1e-5).sqrt() * of["gate_norm_weight"] + of["gate_norm_bias"];
                    Tensor[] halves = y.chunk(2);
                    sum = sum + halves[0].sigmoid() * Softplus(halves[1]);
                }

                return Softplus(row + of.BatchNorm("sum_norm", sum));
            })];
        }

        Tensor pooled = Softplus(torch.stack(v).mean([0]));
        for (int layer = 0; layer < options.HiddenLayers; layer++) pooled = Softplus(weights.Linear($"hidden.{layer}", pooled));
        if (options.OwnLayers == 0) return weights.Linear("output", pooled);
        return torch.cat([.. Enumerable.Range(0, network.Outputs).Select(tower =>
            weights.Linear($"output.towers.{tower}.2", Softplus(weights.Linear($"output.towers.{tower}.0", pooled))))]);
    }

    private static Tensor Softplus(Tensor x) => (1 + x.exp()).log();

    private static long Count(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
