using System.Text.Json.Nodes;
using Lodestone.Models.Elements;

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
}
