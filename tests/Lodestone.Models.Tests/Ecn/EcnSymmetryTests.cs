using Lodestone.Data;
using Lodestone.Models.Ecn;
using Lodestone.Models.Graphs;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Ecn;

public sealed class EcnSymmetryTests
{
    private const int Cells = 8;

    public static TheoryData<string, EcnRepresentation> Symmetries =>
    [
        (EcnOptions.Set, EcnRepresentation.Simple),
        .. BravaisLattice.All.Select(lattice => (lattice.Symbol, EcnRepresentation.Simple)),
        ("aP", EcnRepresentation.Regular), ("oI", EcnRepresentation.Regular), ("hR", EcnRepresentation.Regular),
    ];

    [Theory]
    [MemberData(nameof(Symmetries))]
    public void A_folded_message_is_the_tied_maps_on_all_cells_and_equivariant_under_every_generator(string lattice, EcnRepresentation representation)
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        EcnOptions options = Options(lattice, representation);
        var symmetry = new EcnSymmetry(options);
        var message = new EcnMessage(options, symmetry);
        var pairs = Enumerable.Range(0, Cells * Cells).Select(pair => (Receiver: pair / Cells, Sender: pair % Cells)).ToArray();
        Tensor atoms = randn(2, options.AtomFeatureLength), lengths = randn(1, options.EdgeFeatureLength).expand(pairs.Length, -1);

        // Every pair of cells is an edge from atom 1 to a receiver of its own with the features of atom 0.
        Tensor receivers = cat([atoms.narrow(0, 0, 1).expand(pairs.Length, -1), atoms.narrow(0, 1, 1)]);
        var edges = new EcnEdges
        {
            Receiver = [.. Enumerable.Range(0, pairs.Length)],
            Sender = [.. pairs.Select(_ => pairs.Length)],
            Distance = new float[pairs.Length],
            ReadEdge = [.. Enumerable.Range(0, pairs.Length)],
            ReadClass = [.. pairs.Select(pair => symmetry.ClassOf[pair.Receiver ^ pair.Sender])],
            ReadWeight = [.. pairs.Select(_ => 1f)],
        };
        Tensor folded = message.forward(receivers, lengths, new EcnEdgeTensors(edges, new GaussianBasis(6, 1, 1), symmetry.ClassShare.Length))
            .narrow(0, 0, pairs.Length);
        Tensor input = cat([atoms[0], atoms[1], lengths[0]]);
        Tensor literal = stack([.. pairs.Select(pair => PlainEcn.Message(message, input, pair.Receiver, pair.Sender))]);

        Assert.InRange(Equivariance.LargestDifference(folded, literal), 0, 1e-5);
        foreach (Permutation generator in Generators(lattice))
        {
            long[] moved = [.. pairs.Select(pair => (long)generator[pair.Receiver] * Cells + generator[pair.Sender])];
            Assert.InRange(Equivariance.LargestDifference(literal, literal.index_select(0, tensor(moved))), 0, 1e-5);
        }
    }

    [Theory]
    [InlineData("set")]
    [InlineData("cF")]
    [InlineData("hP")]
    public void A_network_sees_the_same_in_the_primitive_cell_and_in_the_supercell_however_its_cells_are_labelled(string lattice)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var network = new EcnNetwork(Options(lattice, EcnRepresentation.Simple), 3);
        var symmetry = new EcnSymmetry(network.Options);
        var bonds = RandomEdges(new Seeds(4).For(lattice).Generator(), 40);
        var copies = Enumerable.Range(0, 21).Select(k => new Edge(k / 7, k / 7, 1 + k % 7, 2 + k % 7)).ToArray();

        Tensor primitive = network.forward(Graph(symmetry, bonds, copies, cells: 1, Permutation.Identity(Cells)));

        foreach (Permutation labels in Generators(lattice).Prepend(Permutation.Identity(Cells)))
            Assert.InRange(Equivariance.LargestDifference(primitive, network.forward(Graph(symmetry, bonds, copies, Cells, labels))), 0, 1e-5);
    }

    private static EcnOptions Options(string lattice, EcnRepresentation representation) =>
        new() { Lattice = lattice, Representation = representation, AtomFeatureLength = 4, EdgeFeatureLength = 3, Layers = 2 };

    private static IReadOnlyList<Permutation> Generators(string lattice) =>
        BravaisLattice.Find(lattice)?.Supercell.Cells.Generators ?? PermutationRepresentation.SymmetricGenerators(Cells);

    private static Edge[] RandomEdges(RandomGenerator random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Edge(random.Next(3), random.Next(3), random.Next(Cells), (float)(1 + 5 * random.NextDouble())))];

    /// <summary>Three atoms a cell. Copy c of an atom in a supercell has the label labels[c]; an edge leads to the copy c ^ shift.</summary>
    private static EcnGraph Graph(EcnSymmetry symmetry, Edge[] bonds, Edge[] copies, int cells, Permutation labels)
    {
        EcnEdges Repeat(Edge[] edges)
        {
            var all = edges.SelectMany(edge => Enumerable.Range(0, cells).Select(cell => (Edge: edge, Cell: cell))).ToArray();
            return new EcnEdges
            {
                Receiver = [.. all.Select(e => e.Edge.Receiver * cells + e.Cell)],
                Sender = [.. all.Select(e => e.Edge.Sender * cells + (cells == 1 ? 0 : e.Cell ^ e.Edge.Shift))],
                Distance = [.. all.Select(e => e.Edge.Length)],
                ReadEdge = [.. Enumerable.Range(0, all.Length)],
                ReadClass = [.. all.Select(e => symmetry.ClassOf[labels[e.Cell] ^ labels[e.Cell ^ e.Edge.Shift]])],
                ReadWeight = [.. all.Select(_ => 1f)],
            };
        }

        int[] elements = [8, 22, 56];
        return new EcnGraph
        {
            AtomStart = [0, 3 * cells],
            AtomicNumber = [.. elements.SelectMany(element => Enumerable.Repeat(element, cells))],
            AtomOfSite = [.. Enumerable.Range(0, 3 * cells)],
            Bonds = Repeat(bonds),
            Copies = Repeat(copies),
        };
    }

    private sealed record Edge(int Receiver, int Sender, int Shift, float Length);
}
