namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>A graph of a few nodes.</summary>
/// <param name="Adjacency">1 where two nodes are linked, row by row: [nodes × nodes].</param>
/// <param name="Automorphisms">How many permutations of nodes leave it alone.</param>
/// <param name="NodeOrbits">Into how many orbits they divide the nodes.</param>
public sealed record SmallGraph(IReadOnlyList<float> Adjacency, int Automorphisms, int NodeOrbits)
{
    /// <summary>Number of links.</summary>
    public int Links => (int)Adjacency.Sum() / 2;

    /// <summary>True where some automorphism takes any node to any other.</summary>
    public bool IsVertexTransitive => NodeOrbits == 1;
}
