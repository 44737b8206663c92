namespace Lodestone.Models.Tests.Cgcnn;

public sealed class CgcnnTests() : CrystalContract("cgcnn", """{ "atom_feature_length": 16, "convolutions": 2, "hidden_length": 16, "neighbours": 8, "cutoff": 6 }""")
{
    [Fact]
    public void The_default_network_has_the_published_number_of_parameters()
    {
        // 80,833 as published: there an atom enters as 92 numbers through a linear layer of 92 × 64 + 64, here as one row of a table of 119 × 64.
        long published = 80_833 - (92 * 64 + 64) + 119 * 64;

        Assert.Equal(published, ModelCatalog.Architecture("cgcnn").CountParameters([]));
    }
}
