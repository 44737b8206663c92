using Lodestone.Models.Graphs;
using static TorchSharp.torch;

namespace Lodestone.Models.Alignn;

/// <summary>
/// The graph of bonds: each bond i→j meets every bond j→k at the atom j, under an angle. Bonds and meetings are numbered as in the
/// graph of atoms, so a bond's meetings are consecutive.
/// </summary>
internal sealed class BondAngles
{
    /// <summary>Finds the meetings of a batch whose bonds have vectors.</summary>
    public BondAngles(CrystalGraph graph)
    {
        var start = new int[graph.Edges + 1];
        for (int bond = 0; bond < graph.Edges; bond++)
        {
            int atom = graph.EdgeTarget[bond];
            start[bond + 1] = start[bond] + graph.EdgeStart[atom + 1] - graph.EdgeStart[atom];
        }

        var target = new long[start[^1]];
        var cosine = new float[start[^1]];
        for (int bond = 0; bond < graph.Edges; bond++)
        {
            int first = graph.EdgeStart[graph.EdgeTarget[bond]];
            for (int meeting = start[bond]; meeting < start[bond + 1]; meeting++)
            {
                int other = first + meeting - start[bond];
                target[meeting] = other;
                cosine[meeting] = Cosine(graph, bond, other);
            }
        }

        Source = new Segments(start);
        Target = tensor(target);
        Cosines = tensor(cosine);
    }

    /// <summary>The bond i→j of each meeting.</summary>
    public Segments Source { get; }

    /// <summary>The bond j→k of each meeting: [meetings].</summary>
    public Tensor Target { get; }

    /// <summary>Cosine of the angle at j between i and k: [meetings].</summary>
    public Tensor Cosines { get; }

    private static float Cosine(CrystalGraph graph, int bond, int other)
    {
        ReadOnlySpan<float> a = graph.EdgeVector.AsSpan(3 * bond, 3), b = graph.EdgeVector.AsSpan(3 * other, 3);
        float product = -(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
        return Math.Clamp(product / (graph.EdgeDistance[bond] * graph.EdgeDistance[other]), -1, 1);
    }
}
