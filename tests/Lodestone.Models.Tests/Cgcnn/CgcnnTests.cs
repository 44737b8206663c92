using System.Text.Json.Nodes;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Elements;
using Lodestone.Models.Graphs;
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

    private static long Count(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());
}
