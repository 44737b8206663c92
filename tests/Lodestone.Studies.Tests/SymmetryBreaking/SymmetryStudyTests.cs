using Lodestone.Matter;
using Lodestone.Studies.SymmetryBreaking;
using Lodestone.Testing;
using static TorchSharp.torch;

namespace Lodestone.Studies.Tests.SymmetryBreaking;

public sealed class SymmetryStudyTests
{
    private static readonly Dictionary<string, SymmetryTask[]> Made = [];

    public static TheoryData<string> Domains { get; } = ["phase", "graph", "cut", "code"];

    [Theory]
    [MemberData(nameof(Domains))]
    public void No_equivariant_network_passes_the_limit(string domain)
    {
        foreach (SymmetryTask task in Tasks(domain))
        {
            double direction = Math.Sign(task.Ideal - task.EquivariantLimit);
            foreach (long seed in new long[] { 1, 2 })
            {
                random.manual_seed(seed);
                using nn.Module<Tensor, Tensor> network = TaskTraining.Create(task, SymmetryModel.Equivariant);
                double score = TaskTraining.Measure(task, network.forward);

                Assert.True(direction * (score - task.EquivariantLimit) < 1e-5, $"{task.Name}: {score}");
            }
        }
    }

    [Theory]
    [InlineData("phase", 0.03)]
    [InlineData("code", 0.5)]
    public void Training_takes_an_equivariant_network_to_the_limit_and_a_relaxed_one_beyond(string domain, double below)
    {
        SymmetryTask task = Tasks(domain)[0];

        Assert.InRange(TaskTraining.Run(task, SymmetryModel.Equivariant, 1, 100).Score, task.EquivariantLimit - 1e-5, 1.3 * task.EquivariantLimit);
        Assert.InRange(TaskTraining.Run(task, SymmetryModel.Relaxed, 1, 100).Score, 0, below);
    }

    [Fact]
    public void A_relaxed_network_cuts_every_edge_of_a_square()
    {
        SymmetryTask task = Tasks("cut")[0];

        Assert.Equal(("C4", 0.5), (task.Name, task.EquivariantLimit));
        Assert.InRange(TaskTraining.Run(task, SymmetryModel.Relaxed, 1, 150).Score, 0.95, 1 + 1e-6);
    }

    [Fact]
    public void Without_stress_the_equivariant_strain_is_none()
    {
        random.manual_seed(1);
        using nn.Module<Tensor, Tensor> network = TaskTraining.Create(new PhaseTransition(), SymmetryModel.Equivariant);

        Assert.All(PhaseTransition.OrderParameters(network.forward, [-1, -0.5, 0, 1]), strain => Assert.Equal(0, strain, 1e-6));
    }

    [Fact]
    public void The_graphs_are_all_graphs_of_six_nodes()
    {
        IReadOnlyList<SmallGraph> graphs = ((GraphDecoding)Tasks("graph")[0]).Graphs;

        Assert.Equal(156, graphs.Count);
        Assert.Equal(1 << 15, graphs.Sum(graph => 720 / graph.Automorphisms));
        Assert.Equal(8, graphs.Count(graph => graph.IsVertexTransitive));
        Assert.Equal(8, graphs.Count(graph => graph.Automorphisms == 1));
    }

    [Theory]
    [InlineData("C4", 8, 4, 4)]
    [InlineData("C5", 10, 5, 4)]
    [InlineData("C8", 16, 8, 8)]
    [InlineData("prism", 12, 9, 7)]
    [InlineData("K3,3", 72, 9, 9)]
    [InlineData("cube", 48, 12, 12)]
    [InlineData("Petersen", 120, 15, 12)]
    public void Vertex_transitive_graphs_have_their_groups_edges_and_cuts(string name, int automorphisms, int edges, int cut)
    {
        VertexTransitiveGraph graph = VertexTransitiveGraph.All.Single(one => one.Name == name);

        Assert.Equal((automorphisms, edges, cut), (graph.Nodes.Group.Order, graph.Edges.Length, graph.MaximumCut));
        Assert.Equal(1, graph.Nodes.Orbits().Count);
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void Every_domain_has_a_figure(string domain)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("figure.png");
        var results = new Results();
        SymmetryTask[] tasks = Tasks(domain);
        SymmetryStudy study = SymmetryStudy.Run(tasks, 1, results, steps: 1);

        study.WriteFigure(path);

        Assert.Equal(3 * tasks.Length, results.All.Count);
        Assert.Equal(results.All.Select(result => result.Score), tasks.SelectMany(task => study.Scores(task).Select(score => score.Mean)));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    [Fact]
    public void Equal_seeds_give_equal_networks()
    {
        double Score(ulong seed) => TaskTraining.Run(new PhaseTransition(), SymmetryModel.Relaxed, seed, 5).Score;

        Assert.Equal(Score(2), Score(2));
        Assert.NotEqual(Score(2), Score(3));
    }

    [Fact]
    public void Other_domains_are_refused() =>
        Assert.Contains("phase, graph, cut or code", Assert.Throws<InputException>(() => SymmetryStudy.Tasks("spin")).Message);

    /// <summary>Tasks are made once: some enumerate large groups.</summary>
    private static SymmetryTask[] Tasks(string domain) => Made.TryGetValue(domain, out SymmetryTask[]? tasks) ? tasks : Made[domain] = SymmetryStudy.Tasks(domain);

    private sealed class Results : IProgress<TaskResult>
    {
        public List<TaskResult> All { get; } = [];

        public void Report(TaskResult value) => All.Add(value);
    }
}
