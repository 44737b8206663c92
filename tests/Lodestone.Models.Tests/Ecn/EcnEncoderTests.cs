using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Ecn;

namespace Lodestone.Models.Tests.Ecn;

public sealed class EcnEncoderTests
{
    [Fact]
    public void Copies_of_an_atom_in_a_cubic_cell_are_an_edge_a_face_diagonal_or_a_space_diagonal_away()
    {
        EcnGraph graph = Encode("cP", Structure.Crystal(Lattice.FromParameters(3, 3, 3, 90, 90, 90), [Element.Parse("Po")], [Vector3D.Zero]));

        IEnumerable<(int Class, double Length, int Count)> kinds = graph.Copies.ReadClass.Zip(graph.Copies.Distance)
            .GroupBy(copy => (Class: copy.First, Length: Math.Round(copy.Second, 3))).Select(group => (group.Key.Class, group.Key.Length, group.Count()));
        Assert.Equal([(1, 3, 3), (2, 4.243, 3), (3, 5.196, 1)], kinds.Order());
    }

    [Fact]
    public void Bonds_between_copies_have_the_class_of_their_cell_and_other_bonds_the_mean_of_all()
    {
        Structure salt = Structure.Crystal(Lattice.FromParameters(4, 4, 4, 60, 60, 60), [Element.Parse("Na"), Element.Parse("Cl")], [Vector3D.Zero, new(0.5, 0.5, 0.5)]);
        EcnGraph unlike = Encode("cF", salt);
        EcnGraph metal = Encode("cF", Structure.Crystal(Lattice.FromParameters(2.55, 2.55, 2.55, 60, 60, 60), [Element.Parse("Cu")], [Vector3D.Zero]));

        Assert.Equal(12, unlike.Bonds.Receiver.Length);
        Assert.Equal(12 * 3, unlike.Bonds.ReadEdge.Length);
        Assert.Equal([1 / 8f, 1 / 8f, 6 / 8f], unlike.Bonds.ReadWeight[..3].Order());
        Assert.Equal(12, metal.Bonds.Receiver.Length);
        Assert.Single(metal.Bonds.ReadClass.Distinct());
        Assert.All(metal.Bonds.ReadWeight, weight => Assert.Equal(1, weight));
    }

    private static EcnGraph Encode(string lattice, Structure structure)
    {
        var options = new EcnOptions { Lattice = lattice };
        return new EcnEncoder(options, new EcnSymmetry(options)).Encode(RandomCrystals.Of("crystal", structure));
    }
}
