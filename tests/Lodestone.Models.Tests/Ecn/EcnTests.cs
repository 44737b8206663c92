using System.Text.Json.Nodes;
using Lodestone.Matter;
using Lodestone.Models.Ecn;
using Lodestone.Symmetry;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Ecn;

public sealed class EcnTests() : CrystalContract("ecn", """{ "atom_feature_length": 16, "edge_feature_length": 8, "layers": 2 }""")
{
    [Theory]
    [InlineData("""{ "lattice": "cQ" }""", "set or one of aP")]
    [InlineData("""{ "representation": "regular" }""", "lattice to a Bravais lattice")]
    [InlineData("""{ "gaussians": 1 }""", "gaussians")]
    [InlineData("""{ "layers": 0 }""", "layers")]
    [InlineData("""{ "cutoff": 0 }""", "cutoff")]
    public void Options_that_cannot_be_used_are_refused_with_a_remedy(string options, string part) =>
        Assert.Contains(part, Assert.Throws<InputException>(() => ModelCatalog.Architecture("ecn").CountParameters(JsonNode.Parse(options)!.AsObject())).Message);

    [Theory]
    [InlineData("set", EcnRepresentation.Simple, false)]
    [InlineData("cP", EcnRepresentation.Simple, false)]
    [InlineData("hP", EcnRepresentation.Simple, true)]
    [InlineData("oP", EcnRepresentation.Regular, false)]
    public void It_is_what_its_equations_say(string lattice, EcnRepresentation representation, bool hierarchical)
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var options = new EcnOptions
        {
            Lattice = lattice,
            Representation = representation,
            Hierarchical = hierarchical,
            AtomFeatureLength = 5,
            EdgeFeatureLength = 3,
            Layers = 2,
        };
        using var network = new EcnNetwork(options, 2);
        EcnGraph[] crystals = [.. RandomCrystals.Make(3, 7).Select(network.Encoder.Encode)];

        Tensor expected = stack([.. crystals.Select(crystal => PlainEcn.Predict(network, crystal))]);

        Assert.InRange(Equivariance.LargestDifference(expected, network.forward(network.Encoder.Join(crystals))), 0, 1e-5);
    }

    [Theory]
    [InlineData("set", "simple", false, 2 * (220 * 100 + 100 * 100) + 2 * 100)]
    [InlineData("cP", "simple", false, 4 * (220 * 100 + 100 * 100) + 2 * 100)]
    [InlineData("cF", "simple", true, 3 * (220 * 100 + 100 * 100) + 2 * 100)]
    [InlineData("aP", "regular", false, 8 * 220 * 100 + 16 * 100 * 100 + 8 * 100 * 100 + 3 * 100)]
    public void The_number_of_parameters_follows_from_the_numbers_of_colours(string lattice, string representation, bool hierarchical, long tied)
    {
        long message = tied + 101;
        long layer = (hierarchical ? 1 : 2) * message + 201 * 100 + 101 * 100;
        long expected = 119 * 100 + 21 * 20 + 6 * layer + 2 * 101 * 100 + 101 * 100 + 101;
        var options = new JsonObject { ["lattice"] = lattice, ["representation"] = representation, ["hierarchical"] = hierarchical };

        Assert.Equal(expected, ModelCatalog.Architecture("ecn").CountParameters(options));
    }
}
