using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Encodings;

namespace Lodestone.Models.Graphs;

/// <summary>Turns a crystal into a graph: an edge from every atom to each of its nearest neighbours within a cutoff.</summary>
/// <param name="neighbours">How many neighbours an atom; null takes all within the cutoff.</param>
/// <param name="cutoff">Farthest neighbour, Å.</param>
public sealed class CrystalGraphEncoder(int? neighbours, double cutoff) : IStorableEncoder<CrystalGraph>
{
    /// <summary>Whether molecules are taken as well.</summary>
    public bool Molecules { get; init; }

    /// <summary>Whether the vectors of the edges are kept.</summary>
    public bool Vectors { get; init; }

    /// <summary>The elements that have a place in the network; null: all.</summary>
    public IReadOnlySet<Element>? Elements { get; init; }

    /// <summary>Properties of a material that make its state.</summary>
    public IReadOnlyList<string> State { get; init; } = [];

    /// <inheritdoc />
    /// <exception cref="EncodingException">The material is no ordered crystal, has an element without a place, or lacks a property of the state.</exception>
    public CrystalGraph Encode(Material material)
    {
        Structure structure = OrderedStructure.Of(material, Molecules);
        int[] atomicNumbers = OrderedStructure.AtomicNumbers(structure);
        if (Elements is not null && structure.Sites.FirstOrDefault(site => !Elements.Contains(site.Element)) is { } foreign)
            throw new EncodingException($"The network has no place for {foreign.Element}; train one whose option 'element_properties' is true.");
        NeighbourList list = neighbours is { } nearest ? NeighbourList.Nearest(structure, nearest, cutoff) : NeighbourList.Within(structure, cutoff);
        return new CrystalGraph
        {
            AtomStart = [0, atomicNumbers.Length],
            AtomicNumber = atomicNumbers,
            EdgeStart = list.Start,
            EdgeTarget = list.Target,
            EdgeDistance = Array.ConvertAll(list.Distance, distance => (float)distance),
            EdgeVector = Vectors ? [.. list.Vector.SelectMany(vector => new[] { (float)vector.X, (float)vector.Y, (float)vector.Z })] : null,
            State = State.Count == 0 ? null : [.. State.Select(property => (float)(material.Number(property)
                ?? throw new EncodingException($"It has no '{property}', which is part of the state that the network reads.")))],
        };
    }

    /// <inheritdoc />
    public string Identity => FormattableString.Invariant(
        $"crystal graph, neighbours {neighbours}, cutoff {cutoff:R}, molecules {Molecules}, vectors {Vectors}, elements {Symbols()}");

    /// <inheritdoc />
    public IReadOnlyList<string> Properties => State;

    /// <inheritdoc />
    public void Write(CrystalGraph sample, BinaryWriter writer)
    {
        writer.WriteArray(sample.AtomStart);
        writer.WriteArray(sample.AtomicNumber);
        writer.WriteArray(sample.EdgeStart);
        writer.WriteArray(sample.EdgeTarget);
        writer.WriteArray(sample.EdgeDistance);
        writer.WriteArray(sample.EdgeVector);
        writer.WriteArray(sample.State);
    }

    /// <inheritdoc />
    public CrystalGraph Read(BinaryReader reader) => new()
    {
        AtomStart = reader.ReadArray<int>(),
        AtomicNumber = reader.ReadArray<int>(),
        EdgeStart = reader.ReadArray<int>(),
        EdgeTarget = reader.ReadArray<int>(),
        EdgeDistance = reader.ReadArray<float>(),
        EdgeVector = reader.ReadOptionalArray<float>(),
        State = reader.ReadOptionalArray<float>(),
    };

    /// <inheritdoc />
    public CrystalGraph Join(IReadOnlyList<CrystalGraph> samples) => CrystalGraph.Join(samples);

    /// <inheritdoc />
    public string? Warning(CrystalGraph sample)
    {
        int atoms = sample.AtomicNumber.Length, isolated = Enumerable.Range(0, atoms).Count(atom => sample.EdgeStart[atom] == sample.EdgeStart[atom + 1]);
        return IsolatedAtoms.Sentence(isolated, atoms, $"neighbour within the cutoff of {cutoff} Å (option 'cutoff')");
    }

    private string Symbols() => Elements is null ? "all" : string.Join(' ', Elements.Select(element => element.Symbol).Order(StringComparer.Ordinal));
}
