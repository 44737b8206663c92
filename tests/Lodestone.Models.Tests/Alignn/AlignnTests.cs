using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Alignn;
using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Alignn;

public sealed class AlignnTests() : CrystalContract("alignn", """{ "feature_length": 12, "embedding_length": 8, "angle_layers": 1, "bond_layers": 1, "distance_gaussians": 16, "angle_gaussians": 8, "neighbours": 8 }""")
{
    private static readonly Vector3D[] Water = [new(0, 0, 0), new(0.96, 0, 0), new(-0.24, 0.93, 0)];

    private static readonly Element[] WaterElements = [.. new[] { "O", "H", "H" }.Select(Element.Parse)];

    [Fact]
    public void The_published_layers_have_the_published_count_of_parameters()
    {
        JsonObject published = new() { ["feature_length"] = 256, ["angle_layers"] = 4, ["bond_layers"] = 4 };
        long elements = ModelCatalog.Architecture("alignn").CountParameters(published) - PublishedWithoutElements;

        // Ours describes elements by their properties, the published network by 92 numbers and a normalized layer.
        const long publishedElements = 92 * 256 + 256 + 2 * 256;
        Assert.Equal(4_026_753, PublishedWithoutElements + publishedElements);
        Assert.Equal((Element.Count + 1) * 256 + (Models.Elements.ElementProperties.Count + 1) * 256, elements);
    }

    [Fact]
    public void It_is_what_its_equations_say()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var options = new AlignnOptions { FeatureLength = 8, EmbeddingLength = 6, AngleLayers = 2, BondLayers = 1, Neighbours = 4, DistanceGaussians = 12, AngleGaussians = 6 };
        var network = new AlignnNetwork(options, 2);
        CrystalGraph[] crystals = [.. RandomCrystals.Make(3, 6).Select(network.Encoder.Encode)];
        network.forward(network.Encoder.Join(crystals)); // normalizations take statistics of their own
        network.eval();

        Tensor expected = stack([.. crystals.Select(crystal => PlainAlignn.Predict(network, options, crystal))]);

        Assert.InRange((expected - network.forward(network.Encoder.Join(crystals))).abs().max().item<float>() / expected.abs().max().item<float>(), 0, 1e-5);
    }

    [Fact]
    public void Angles_are_those_at_the_shared_atom()
    {
        using var scope = NewDisposeScope();
        CrystalGraph graph = Encode(Water);
        var angles = new BondAngles(graph);
        float[] cosines = angles.Cosines.data<float>().ToArray();
        long[] target = angles.Target.data<long>().ToArray(), source = angles.Source.Index.data<long>().ToArray();

        Assert.Equal(12, cosines.Length);
        for (int meeting = 0; meeting < cosines.Length; meeting++)
        {
            int i = Source(graph, source[meeting]), j = graph.EdgeTarget[source[meeting]], k = graph.EdgeTarget[target[meeting]];
            Assert.Equal(j, Source(graph, target[meeting]));
            Vector3D a = Water[i] - Water[j], b = Water[k] - Water[j];
            Assert.Equal(Vector3D.Dot(a, b) / a.Length / b.Length, cosines[meeting], 1e-6);
        }
    }

    [Fact]
    public void Equal_distances_at_other_angles_are_told_apart()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var network = new AlignnNetwork(new AlignnOptions { Cutoff = 1.3, FeatureLength = 16 }, 1);
        network.eval();

        // The ends of the chain are too far apart for a bond: both chains have the same bonds and lengths, and differ in one angle.
        Vector3D[] straight = [new(0, 0, 0), new(1, 0, 0), new(2.1, 0, 0)], bent = [new(0, 0, 0), new(1, 0, 0), new(1, 1.1, 0)];
        Assert.NotEqual(Output(network, straight), Output(network, bent));
        var blind = new AlignnNetwork(new AlignnOptions { Cutoff = 1.3, FeatureLength = 16, AngleLayers = 0 }, 1);
        blind.eval();
        Assert.Equal(Output(blind, straight), Output(blind, bent), 1e-6f);
    }

    [Fact]
    public void An_atom_alone_trains_and_has_a_value()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var network = new AlignnNetwork(new AlignnOptions { FeatureLength = 8 }, 1);
        CrystalGraph lonely = network.Encoder.Encode(new Material("He", Composition.Parse("He"), Structure.Molecule([Element.Parse("He")], [Vector3D.Zero])));
        network.train();
        network.forward(lonely).sum().backward();

        Assert.True(float.IsFinite(network.forward(lonely).item<float>()));
    }

    [Fact]
    public void A_network_without_layers_is_refused() =>
        Assert.Contains("at least one layer", Assert.Throws<InputException>(() =>
            ModelCatalog.Architecture("alignn").CountParameters(new JsonObject { ["angle_layers"] = 0, ["bond_layers"] = 0 })).Message);

    /// <summary>Embeddings of bonds and angles, twelve convolutions and the output.</summary>
    private static long PublishedWithoutElements
    {
        get
        {
            static long Layer(long inputs, long outputs) => inputs * outputs + outputs + 2 * outputs;
            long convolution = 5 * (256 * 256 + 256) + 2 * 2 * 256;
            return Layer(80, 64) + Layer(64, 256) + Layer(40, 64) + Layer(64, 256) + 12 * convolution + 257;
        }
    }

    private static int Source(CrystalGraph graph, long bond) => Enumerable.Range(0, graph.Atoms).First(atom => bond < graph.EdgeStart[atom + 1]);

    private static CrystalGraph Encode(Vector3D[] positions, double cutoff = 8) =>
        new CrystalGraphEncoder(12, cutoff) { Molecules = true, Vectors = true }.Encode(new Material("water", Composition.Parse("H2O"), Structure.Molecule(WaterElements, positions)));

    private static float Output(AlignnNetwork network, Vector3D[] positions) => network.forward(Encode(positions, 1.3)).item<float>();
}
