using System.Text.Json.Nodes;
using Lodestone.Models.Egnn;
using Lodestone.Models.Graphs;
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
}
