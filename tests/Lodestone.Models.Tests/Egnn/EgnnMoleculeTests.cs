using CsCheck;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Egnn;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Egnn;

public sealed class EgnnMoleculeTests
{
    private static readonly Element[] Elements = [.. new[] { "H", "C", "O", "N", "H", "H" }.Select(Element.Parse)];

    private static readonly Gen<Vector3D[]> Positions =
        Gen.Double[-3, 3].Array[18].Select(x => Enumerable.Range(0, 6).Select(i => new Vector3D(x[3 * i], x[3 * i + 1], x[3 * i + 2])).ToArray())
            .Where(positions => positions.SelectMany((a, i) => positions[..i].Select(b => (a - b).Length)).Min() > 0.5);

    [Fact]
    public void A_molecule_is_the_same_turned_mirrored_shifted_and_renumbered()
    {
        manual_seed(2);
        using var network = new EgnnNetwork(new McEgnnOptions { Channels = 4, FeatureLength = 16, Layers = 3, Pooling = Pooling.Sum, NormDiff = true }, 2);

        Gen.Select(Positions, Gen.Double[0, 6.28]).Sample((positions, angle) =>
        {
            using var scope = NewDisposeScope();
            double c = Math.Cos(angle), s = Math.Sin(angle);
            Vector3D[] moved = [.. positions.Select(x => new Vector3D(c * x.X - s * x.Y + 7, s * x.X + c * x.Y - 20, 3 - x.Z))];
            Tensor expected = Outputs(network, Elements, positions);
            double scale = 1 + expected.abs().max().item<float>();

            Assert.InRange(Difference(expected, Outputs(network, Elements, moved)), 0, 1e-5 * scale);
            Assert.InRange(Difference(expected, Outputs(network, [.. Elements.Reverse()], [.. positions.Reverse()])), 0, 1e-5 * scale);
        }, iter: 30, threads: 1);
    }

    [Fact]
    public void A_molecule_has_another_value_where_an_atom_moves()
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        var network = new EgnnNetwork(new EgnnOptions { FeatureLength = 16 }, 1);
        Vector3D[] water = [new(0, 0, 0), new(0.96, 0, 0), new(-0.24, 0.93, 0)], bent = [water[0], water[1], new(-0.9, 0.4, 0)];
        Element[] elements = [.. new[] { "O", "H", "H" }.Select(Element.Parse)];

        Assert.NotEqual(0, Difference(Outputs(network, elements, water), Outputs(network, elements, bent)));
    }

    [Fact]
    public void An_atom_alone_has_a_value()
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        var network = new EgnnNetwork(new McEgnnOptions(), 1);

        Assert.True(float.IsFinite(Outputs(network, [Element.Parse("He")], [Vector3D.Zero]).item<float>()));
    }

    private static Tensor Outputs(EgnnNetwork network, Element[] elements, Vector3D[] positions)
    {
        var molecule = Structure.Molecule(elements, positions);
        using var _ = no_grad();
        return network.forward(Structures.Encode([new Material("", Composition.Of(molecule), molecule)], 8, 20));
    }

    private static double Difference(Tensor a, Tensor b) => (a - b).abs().max().item<float>();
}
