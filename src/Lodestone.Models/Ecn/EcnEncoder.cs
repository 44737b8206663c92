using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Encodings;
using Lodestone.Models.Graphs;
using Lodestone.Symmetry.Crystals;

namespace Lodestone.Models.Ecn;

/// <summary>
/// Turns a crystal into a graph of its primitive cell, in the basis that suits the lattice of the options best: bonds between neighbours, and
/// edges between the copies of an atom in a supercell of 2 × 2 × 2 cells.
/// </summary>
internal sealed class EcnEncoder(EcnOptions options, EcnSymmetry symmetry) : IStorableEncoder<EcnGraph>
{
    // The shortest vector to each kind of cell is a combination of reduced vectors with no larger factors.
    private const int Images = 3;
    private readonly BravaisLattice? _lattice = BravaisLattice.Find(options.Lattice);

    /// <inheritdoc />
    /// <exception cref="EncodingException">The material is no ordered crystal, or an element has no covalent radius.</exception>
    public EcnGraph Encode(Material material)
    {
        var (primitive, atomOfSite) = OrderedStructure.Of(material).WithoutMoments().PrimitiveSites();
        Structure cell = primitive.NiggliReduced();
        if (_lattice is not null) cell = cell.Supercell(_lattice.NearestBasis(cell.Lattice!));
        int[] atomicNumbers = OrderedStructure.AtomicNumbers(cell);
        return new EcnGraph
        {
            AtomStart = [0, atomicNumbers.Length],
            AtomicNumber = atomicNumbers,
            AtomOfSite = atomOfSite,
            Bonds = Bonds(cell),
            Copies = Copies(cell),
        };
    }

    /// <inheritdoc />
    public string Identity => FormattableString.Invariant(
        $"ecn graph, lattice {options.Lattice}, representation {options.Representation}, cutoff {options.Cutoff:R}, tolerance {options.BondTolerance:R}");

    /// <inheritdoc />
    public IReadOnlyList<string> Properties => [];

    /// <inheritdoc />
    public void Write(EcnGraph sample, BinaryWriter writer)
    {
        writer.WriteArray(sample.AtomStart);
        writer.WriteArray(sample.AtomicNumber);
        writer.WriteArray(sample.AtomOfSite);
        sample.Bonds.Write(writer);
        sample.Copies.Write(writer);
    }

    /// <inheritdoc />
    public EcnGraph Read(BinaryReader reader) => new()
    {
        AtomStart = reader.ReadArray<int>(),
        AtomicNumber = reader.ReadArray<int>(),
        AtomOfSite = reader.ReadArray<int>(),
        Bonds = EcnEdges.Read(reader),
        Copies = EcnEdges.Read(reader),
    };

    /// <inheritdoc />
    public EcnGraph Join(IReadOnlyList<EcnGraph> samples) => EcnGraph.Join(samples);

    /// <inheritdoc />
    public string? Warning(EcnGraph sample)
    {
        int atoms = sample.AtomicNumber.Length, isolated = atoms - sample.Bonds.Receiver.Distinct().Count();
        return IsolatedAtoms.Sentence(isolated, atoms, $"bond within the cutoff of {options.Cutoff} Å (options 'cutoff' and 'bond_tolerance')");
    }

    private EcnEdges Bonds(Structure cell)
    {
        double[] radii = [.. cell.Sites.Select(site => site.Element.CovalentRadius
            ?? throw new EncodingException($"No covalent radius of {site.Element.Symbol} is known, by which this model finds bonds; use another architecture."))];
        NeighbourList neighbours = NeighbourList.Within(cell, options.Cutoff);
        ImmutableArray<int> bonds = BondList.Find(neighbours, options.Cutoff, radii, options.BondTolerance);
        var readings = new List<(int Edge, int Class, float Weight)>();
        for (int bond = 0; bond < bonds.Length; bond++)
        {
            int edge = bonds[bond];
            if (neighbours.Source[edge] == neighbours.Target[edge])
                readings.Add((bond, symmetry.ClassOf[SupercellOperation.CellOf(neighbours.Image[edge])], 1));
            else
                readings.AddRange(symmetry.ClassShare.Select((share, kind) => (bond, kind, share)));
        }
        return Edges(
            [.. bonds.Select(edge => neighbours.Source[edge])], [.. bonds.Select(edge => neighbours.Target[edge])],
            [.. bonds.Select(edge => (float)neighbours.Distance[edge])], readings);
    }

    private EcnEdges Copies(Structure cell)
    {
        double[] shortest = ShortestVectors(cell.Lattice!);
        (int Atom, int Cell)[] copies = [.. Enumerable.Range(0, cell.Sites.Length).SelectMany(atom =>
            Enumerable.Range(1, SupercellOperation.Cells - 1).Select(other => (atom, other)))];
        int[] atoms = [.. copies.Select(copy => copy.Atom)];
        return Edges(
            atoms, atoms, [.. copies.Select(copy => (float)shortest[copy.Cell])],
            [.. copies.Select((copy, edge) => (edge, symmetry.ClassOf[copy.Cell], 1f))]);
    }

    /// <summary>The length, Å, of the shortest lattice vector to a cell of each kind: [8].</summary>
    private static double[] ShortestVectors(Lattice lattice)
    {
        var shortest = new double[SupercellOperation.Cells];
        Array.Fill(shortest, double.PositiveInfinity);
        for (int a = -Images; a <= Images; a++)
            for (int b = -Images; b <= Images; b++)
                for (int c = -Images; c <= Images; c++)
                {
                    int kind = SupercellOperation.CellOf(new CellImage(a, b, c));
                    shortest[kind] = Math.Min(shortest[kind], lattice.ToCartesian(new Vector3D(a, b, c)).Length);
                }
        return shortest;
    }

    private static EcnEdges Edges(int[] receivers, int[] senders, float[] distances, List<(int Edge, int Class, float Weight)> readings) => new()
    {
        Receiver = receivers,
        Sender = senders,
        Distance = distances,
        ReadEdge = [.. readings.Select(reading => reading.Edge)],
        ReadClass = [.. readings.Select(reading => reading.Class)],
        ReadWeight = [.. readings.Select(reading => reading.Weight)],
    };
}
