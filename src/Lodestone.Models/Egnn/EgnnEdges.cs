using static TorchSharp.torch;

namespace Lodestone.Models.Egnn;

/// <summary>Directed edges of a batch of graphs, sorted by source.</summary>
public sealed class EgnnEdges
{
    /// <summary>Prepares edges.</summary>
    /// <param name="start">First edge of each node, and the number of edges at the end: [nodes + 1].</param>
    /// <param name="target">The node at the far end of each edge: [edges].</param>
    /// <param name="type">Type of the floating-point tensors.</param>
    public EgnnEdges(int[] start, int[] target, ScalarType type = ScalarType.Float32)
    {
        Nodes = start.Length - 1;
        var source = new long[target.Length];
        var share = new double[Nodes];
        for (int node = 0; node < Nodes; node++)
        {
            source.AsSpan(start[node]..start[node + 1]).Fill(node);
            share[node] = 1.0 / Math.Max(1, start[node + 1] - start[node]);
        }

        Source = tensor(source);
        Target = tensor(target, ScalarType.Int64);
        Share = tensor(share, type);
    }

    /// <summary>Number of nodes.</summary>
    public int Nodes { get; }

    /// <summary>Node from which each edge leads: [edges].</summary>
    public Tensor Source { get; }

    /// <summary>Node to which each edge leads: [edges].</summary>
    public Tensor Target { get; }

    /// <summary>One over the number of edges of each node, 1 for a node without any: [nodes].</summary>
    public Tensor Share { get; }

    /// <summary>The way from source to target where coordinates do not say it: [edges, 3]. It is subtracted from x_source − x_target. In a
    /// crystal, coordinates say only what an atom is displaced by, and this leads from its place to that of the neighbour's image.
    /// Null: coordinates say all.</summary>
    public Tensor? Offset { get; init; }

    /// <summary>Whatever else is known of an edge, the same for any orientation: [edges, attributes]. Null: nothing.</summary>
    public Tensor? Attributes { get; init; }

    /// <summary>Sums values of edges for each source.</summary>
    /// <param name="values">[edges, …].</param>
    /// <returns>[nodes, …]</returns>
    public Tensor Sum(Tensor values)
    {
        long[] shape = [Nodes, .. values.shape[1..]];
        return zeros(shape, values.dtype).index_add_(0, Source, values, 1);
    }
}
