using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Graphs;

/// <summary>Turns a crystal into a graph: an edge from every atom to each of its nearest neighbours within a cutoff.</summary>
/// <param name="neighbours">How many neighbours an atom.</param>
/// <param name="cutoff">Farthest neighbour, Å.</param>
public sealed class CrystalGraphEncoder(int neighbours, double cutoff) : IEncoder<CrystalGraph>
{
    /// <summary>Whether molecules are taken as well.</summary>
    public bool Molecules { get; init; }

    /// <summary>Whether the vectors of the edges are kept.</summary>
    public bool Vectors { get; init; }

    /// <inheritdoc />
    /// <exception cref="EncodingException">The material is no ordered crystal.</exception>
    public CrystalGraph Encode(Material material)
    {
        Structure structure = OrderedStructure.Of(material, Molecules);
        int[] atomicNumbers = OrderedStructure.AtomicNumbers(structure);
        NeighbourList list = NeighbourList.Nearest(structure, neighbours, cutoff);
        return new CrystalGraph
        {
            AtomStart = [0, atomicNumbers.Length],
            AtomicNumber = atomicNumbers,
            EdgeStart = list.Start,
            EdgeTarget = list.Target,
            EdgeDistance = Array.ConvertAll(list.Distance, distance => (float)distance),
            EdgeVector = Vectors ? [.. list.Vector.SelectMany(vector => new[] { (float)vector.X, (float)vector.Y, (float)vector.Z })] : null,
        };
    }

    /// <inheritdoc />
    public CrystalGraph Join(IReadOnlyList<CrystalGraph> samples) => CrystalGraph.Join(samples);
}
