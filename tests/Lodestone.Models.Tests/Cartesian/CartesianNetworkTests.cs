using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Cartesian;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Canonicalization.Crystals;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Cartesian;

public sealed class CartesianNetworkTests
{
    private static readonly CartesianOptions Small = new() { FeatureLength = 8, Layers = 2 };

    public CartesianNetworkTests() => random.manual_seed(2);

    [Theory]
    [InlineData(CrystalCanonicalization.None)]
    [InlineData(CrystalCanonicalization.Learned)]
    public void It_is_what_its_equations_say(CrystalCanonicalization canonicalization)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        CartesianOptions options = Small with { Canonicalization = canonicalization, Cutoff = 3.5 };
        using var network = new CartesianNetwork(options, 2);
        CartesianGraph[] crystals = [.. RandomCrystals.Make(3, 4).Select(network.Encoder.Encode)];

        Tensor expected = stack([.. crystals.Select(crystal => PlainCartesian.Predict(network, options, crystal))]);

        Assert.InRange(Equivariance.LargestDifference(expected, network.forward(network.Encoder.Join(crystals))), 0, 1e-5);
        if (canonicalization is CrystalCanonicalization.Learned) Assert.Contains(crystals, crystal => crystal.TurnStart[1] > 1);
    }

    [Theory]
    [InlineData(CrystalCanonicalization.Rule)]
    [InlineData(CrystalCanonicalization.Symmetry)]
    [InlineData(CrystalCanonicalization.Learned)]
    public void A_canonicalized_network_is_invariant_under_motions_and_bases(CrystalCanonicalization canonicalization)
    {
        using var network = new CartesianNetwork(Small with { Canonicalization = canonicalization }, 2);

        Assert.InRange(Error(network, Crystals()), 0, 1e-5);
    }

    [Fact]
    public void Without_a_canonicalization_it_is_not()
    {
        using var network = new CartesianNetwork(Small with { Canonicalization = CrystalCanonicalization.None }, 2);

        Assert.InRange(Error(network, Crystals()), 1e-2, 10);
    }

    [Fact]
    public void The_choice_of_a_cell_learns_which_one_is_better()
    {
        using var network = new CartesianNetwork(Small with { Canonicalization = CrystalCanonicalization.Learned }, 1);
        CartesianGraph crystal = Crystals().Select(structure => (CartesianGraph)network.Encoder.Encode(Of(structure))).First(graph => graph.TurnStart[1] > 1);
        var choice = new CellChoice(8, 6);
        Tensor turns = tensor(crystal.Turns).view(-1, 3, 3);
        using var optimizer = optim.Adam(choice.parameters(), 0.01);
        for (long wanted = 0; wanted < 2; wanted++)
        {
            for (int step = 0; step < 100; step++)
            {
                using var scope = NewDisposeScope();
                Tensor loss = (Chosen() - turns[wanted]).square().sum();
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            Assert.Equal(0, Equivariance.LargestDifference(turns[wanted], Chosen().squeeze(0)), 1e-6);
        }

        Tensor Chosen() => choice.Choose(crystal, vectors => cat([vectors, vectors / vectors.square().sum(1, keepdim: true).sqrt()], 1));
    }

    [Fact]
    public void Augmentation_turns_crystals_in_training_only()
    {
        using var scope = NewDisposeScope();
        using var network = new CartesianNetwork(Small with { Canonicalization = CrystalCanonicalization.None, Augmentation = true }, 1);
        CartesianGraph crystal = network.Encoder.Encode(Of(Crystals()[0]));

        Assert.True(Equivariance.LargestDifference(network.forward(crystal), network.forward(crystal)) > 1e-4);
        network.eval();
        Assert.Equal(0, Equivariance.LargestDifference(network.forward(crystal), network.forward(crystal)));
    }

    [Theory]
    [InlineData("feature_length", 0)]
    [InlineData("layers", 0)]
    [InlineData("gaussians", 1)]
    [InlineData("cutoff", 0)]
    [InlineData("choice_feature_length", 0)]
    public void An_option_out_of_its_range_is_named(string option, int value) => Assert.Contains($"'{option}'",
        Assert.Throws<InputException>(() => ModelCatalog.Architecture("cartesian").CountParameters(new JsonObject { [option] = value })).Message);

    private static double Error(CartesianNetwork network, Structure[] crystals)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        network.eval();
        return Equivariance.Measure(
            crystal => network.forward(network.Encoder.Encode(Of(crystal))), new CrystalGroup(), (motion, crystal) => motion.Act(crystal),
            Equivariance.Invariant, Equivariance.LargestDifference, crystals, elements: 12).Error;
    }

    /// <summary>Random crystals, and crystals of high symmetry, for which a frame is not unique.</summary>
    private static Structure[] Crystals() =>
    [
        .. RandomCrystals.Make(3, 4).Select(material => material.Structure!),
        Structure.Crystal(Lattice.FromParameters(4, 4, 4, 90, 90, 90), [Element.Parse("Cs"), Element.Parse("Cl")], [default, new Vector3D(0.5, 0.5, 0.5)]),
        Structure.Crystal(Lattice.FromParameters(4, 4, 4.1, 90, 90, 90), [Element.Parse("Fe"), Element.Parse("O"), Element.Parse("O")], [default, new Vector3D(0.3, 0.3, 0), new Vector3D(0.7, 0.7, 0)]),
        Structure.Crystal(Lattice.FromParameters(4, 4, 4, 90, 90, 90), [Element.Parse("Li"), Element.Parse("O"), Element.Parse("Fe")], [default, new Vector3D(0.3, 0, 0), new Vector3D(0.1, 0.2, 0.4)]),
        Structure.Crystal(Lattice.FromParameters(3.2, 3.2, 5.2, 90, 90, 120), [Element.Parse("Zn"), Element.Parse("Zn"), Element.Parse("O"), Element.Parse("O")],
            [new Vector3D(1 / 3.0, 2 / 3.0, 0), new Vector3D(2 / 3.0, 1 / 3.0, 0.5), new Vector3D(1 / 3.0, 2 / 3.0, 0.38), new Vector3D(2 / 3.0, 1 / 3.0, 0.88)]),
    ];

    private static Material Of(Structure crystal) => new("", Composition.Of(crystal), crystal);
}
