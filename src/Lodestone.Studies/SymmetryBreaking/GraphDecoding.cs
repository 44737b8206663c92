using Lodestone.Symmetry;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>
/// Links from node embeddings: a network reads a graph of six nodes and gives a vector z for each node, from which a link between i and j
/// is decoded as σ(⟨z_i, z_j⟩), with an indefinite inner product. The group is that of all permutations of the nodes; the stabilizer of a
/// graph is its automorphism group, and nodes that it takes to each other have equal embeddings in an equivariant network. In a cycle, these
/// are all nodes, so all pairs look the same. There are 156 graphs of six nodes.
/// </summary>
public sealed class GraphDecoding : SymmetryTask
{
    private const int Nodes = 6;
    private const int Length = 12;
    private const int Marks = 4;
    private const int Repeats = 10;
    private const int SampledDraws = 5;
    private const double Tie = 1e-4;
    private static readonly (int I, int J)[] Pairs =
        [.. Enumerable.Range(0, Nodes).SelectMany(i => Enumerable.Range(i + 1, Nodes - i - 1).Select(j => (i, j)))];

    private readonly PermutationRepresentation _nodes = PermutationRepresentation.Symmetric(Nodes);
    private readonly Tensor _signature = tensor([.. Enumerable.Range(0, Length).Select(k => k % 2 == 0 ? 1f : -1f)]).view(Length, 1);

    /// <summary>Makes the task.</summary>
    public GraphDecoding()
    {
        Input = Representation.TensorProduct(_nodes, _nodes);
        Hidden = (PermutationRepresentation)Representation.DirectSum(_nodes, Input);
        Output = Copies(Length);
        Breaker = Copies(Marks);
        Graphs = [.. Kinds().Select(Graph)];
    }

    /// <inheritdoc />
    public override string Name => "graph decoding";

    /// <inheritdoc />
    public override string Metric => "AUC of links against other pairs, mean over the vertex-transitive graphs that have both";

    /// <inheritdoc />
    public override double Ideal => 1;

    /// <inheritdoc />
    public override double EquivariantLimit => 0.5;

    /// <summary>All graphs of six nodes, one of each kind.</summary>
    public IReadOnlyList<SmallGraph> Graphs { get; }

    internal override Representation Input { get; }

    internal override Representation Breaker { get; }

    internal override PermutationRepresentation Hidden { get; }

    internal override Representation Output { get; }

    /// <summary>The AUC of each graph that has links and other pairs; pairs whose scores differ by less than 1e-4 count one half.</summary>
    /// <param name="predict">The network; one that is random is asked five times.</param>
    public IReadOnlyList<(SmallGraph Graph, double Auc)> Measure(Func<Tensor, Tensor> predict)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        SmallGraph[] graphs = [.. Graphs.Where(graph => graph.Links > 0 && graph.Links < Pairs.Length)];
        Tensor inputs = Stack(graphs);
        var sums = new double[graphs.Length];
        for (int draw = 0; draw < SampledDraws; draw++)
        {
            using var drawScope = NewDisposeScope();
            float[] logits = Logits(predict(inputs)).contiguous().data<float>().ToArray();
            for (int graph = 0; graph < graphs.Length; graph++)
                sums[graph] += Auc(graphs[graph], logits.AsSpan(graph * Nodes * Nodes, Nodes * Nodes).ToArray()) / SampledDraws;
        }
        return [.. graphs.Zip(sums)];
    }

    /// <summary>All graphs, and the few vertex-transitive ones ten times.</summary>
    internal override Tensor Data(Generator random) => Stack([.. Graphs.SelectMany(graph => Enumerable.Repeat(graph, graph.IsVertexTransitive ? Repeats : 1))]);

    internal override Tensor Loss(Tensor data, Tensor outputs, double progress)
    {
        Tensor apart = 1 - eye(Nodes);
        Tensor losses = nn.functional.binary_cross_entropy_with_logits(Logits(outputs), data.view(-1, Nodes, Nodes), reduction: nn.Reduction.None);
        return (losses * apart).sum() / (apart.sum() * data.shape[0]);
    }

    internal override double Score(Func<Tensor, Tensor> predict) =>
        Measure(predict).Where(row => row.Graph.IsVertexTransitive).Average(row => row.Auc);

    private Representation Copies(int count) => Representation.DirectSum([.. Enumerable.Repeat<Representation>(_nodes, count)]);

    private static Tensor Stack(IReadOnlyList<SmallGraph> graphs) => tensor([.. graphs.SelectMany(graph => graph.Adjacency)]).view(-1, Nodes * Nodes);

    private static double Auc(SmallGraph graph, float[] scores)
    {
        double sum = 0;
        foreach (var (i, j) in Pairs.Where(pair => graph.Adjacency[pair.I * Nodes + pair.J] > 0))
            foreach (var (k, l) in Pairs.Where(pair => graph.Adjacency[pair.I * Nodes + pair.J] == 0))
            {
                double difference = scores[i * Nodes + j] - scores[k * Nodes + l];
                sum += Math.Abs(difference) < Tie ? 0.5 : difference > 0 ? 1 : 0;
            }
        return sum / (graph.Links * (Pairs.Length - graph.Links));
    }

    /// <summary>[rows, 6, 6]</summary>
    private Tensor Logits(Tensor outputs)
    {
        Tensor embeddings = outputs.view(-1, Length, Nodes);
        return (embeddings * _signature).transpose(1, 2).matmul(embeddings);
    }

    /// <summary>Graphs as bits of pairs; two are of one kind where some permutation of nodes takes one to the other.</summary>
    private IEnumerable<int> Kinds()
    {
        OrbitPartition kinds = OrbitPartition.Of(1 << Pairs.Length, _nodes.Group.Generators.Length, (move, mask) => Move(_nodes.Group.Generators[move], mask));
        return Enumerable.Range(0, kinds.Count).Select(kind => kinds.Index.IndexOf(kind));
    }

    private SmallGraph Graph(int mask)
    {
        int[] automorphisms = [.. Enumerable.Range(0, _nodes.Group.Order).Where(g => Move(g, mask) == mask)];
        OrbitPartition orbits = OrbitPartition.Of(Nodes, automorphisms.Length, (move, node) => _nodes.Permutation(automorphisms[move])[node]);
        return new SmallGraph(Adjacency(mask), automorphisms.Length, orbits.Count);
    }

    private int Move(int element, int mask)
    {
        Permutation permutation = _nodes.Permutation(element);
        int moved = 0;
        for (int pair = 0; pair < Pairs.Length; pair++)
        {
            if ((mask >> pair & 1) == 0) continue;
            int i = permutation[Pairs[pair].I], j = permutation[Pairs[pair].J];
            moved |= 1 << Index(Math.Min(i, j), Math.Max(i, j));
        }
        return moved;
    }

    private static int Index(int i, int j) => i * (2 * Nodes - i - 1) / 2 + j - i - 1;

    private static float[] Adjacency(int mask)
    {
        var adjacency = new float[Nodes * Nodes];
        for (int pair = 0; pair < Pairs.Length; pair++)
            adjacency[Pairs[pair].I * Nodes + Pairs[pair].J] = adjacency[Pairs[pair].J * Nodes + Pairs[pair].I] = mask >> pair & 1;
        return adjacency;
    }
}
