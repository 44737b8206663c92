using Lodestone.Symmetry;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>
/// The division of a graph into two parts that cuts the most edges. A network reads the weights of the edges and gives for each node the
/// probability p of the first part; training makes the expected weight of cut edges large, Σ_ij w_ij (p_i + p_j − 2 p_i p_j), beside an entropy of p
/// that cools down as in annealing. With equal weights on a
/// vertex-transitive graph, an equivariant network gives all nodes one p, and cuts at most half of the edges in the mean.
/// </summary>
/// <param name="graph">The graph; its automorphisms are the group.</param>
public sealed class MaximumCutTask(VertexTransitiveGraph graph) : SymmetryTask
{
    private const int Rows = 64;
    private const int Draws = 200;
    private const double Temperature = 1;
    private const double Cooling = 0.9;
    private readonly Tensor _from = tensor([.. graph.Edges.Select(edge => (long)edge.I)]);
    private readonly Tensor _to = tensor([.. graph.Edges.Select(edge => (long)edge.J)]);

    /// <inheritdoc />
    public override string Name => graph.Name;

    /// <inheritdoc />
    public override string Metric => "expected edges cut over the most that can be cut, with equal weights";

    /// <inheritdoc />
    public override double Ideal => 1;

    /// <inheritdoc />
    public override double EquivariantLimit => graph.Edges.Length / 2.0 / graph.MaximumCut;

    internal override Representation Input => graph.EdgeAction;

    internal override Representation Breaker => graph.Nodes;

    internal override PermutationRepresentation Hidden { get; } = (PermutationRepresentation)Representation.DirectSum(graph.Nodes, graph.EdgeAction);

    internal override Representation Output => graph.Nodes;

    /// <summary>Half of the rows have equal weights, the others weights between ½ and 1½.</summary>
    internal override Tensor Data(Generator random) =>
        cat([ones(Rows / 2, graph.Edges.Length), rand([Rows / 2, graph.Edges.Length], generator: random) + 0.5]);

    internal override Tensor Loss(Tensor data, Tensor outputs, double progress) =>
        -Cut(data, outputs).mean() - Temperature * Math.Max(0, 1 - progress / Cooling) * Entropy(outputs).mean();

    internal override double Score(Func<Tensor, Tensor> predict)
    {
        Tensor weights = ones(Draws, graph.Edges.Length);
        return Cut(weights, predict(weights)).mean().item<float>() * graph.Edges.Length / graph.MaximumCut;
    }

    /// <summary>−p log p − (1 − p) log(1 − p) of each node.</summary>
    private static Tensor Entropy(Tensor outputs) => nn.functional.softplus(outputs) - outputs * outputs.sigmoid();

    /// <summary>The part of the weight that is cut: [rows].</summary>
    private Tensor Cut(Tensor weights, Tensor outputs)
    {
        Tensor p = outputs.sigmoid();
        Tensor from = p.index_select(1, _from), to = p.index_select(1, _to);
        return (weights * (from + to - 2 * from * to)).sum(1) / weights.sum(1);
    }
}
