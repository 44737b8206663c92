using System.Diagnostics;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Studies.Figures;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>
/// The claim of S.-O. Kaba and S. Ravanbakhsh, arXiv:2312.09016, in the four domains that they name: where a good answer is less symmetric than the
/// question, an equivariant network cannot give it, and a relaxed equivariant one can.
/// </summary>
public sealed class SymmetryStudy
{
    private readonly IReadOnlyList<SymmetryTask> _tasks;
    private readonly Dictionary<(SymmetryTask, SymmetryModel), List<TaskResult>> _results = [];
    private readonly Dictionary<(SymmetryTask, SymmetryModel), nn.Module<Tensor, Tensor>> _networks = [];

    private SymmetryStudy(IReadOnlyList<SymmetryTask> tasks) => _tasks = tasks;

    /// <summary>The tasks of a domain.</summary>
    /// <param name="domain"><c>phase</c>, <c>graph</c>, <c>cut</c> or <c>code</c>.</param>
    /// <exception cref="InputException">There is no such domain.</exception>
    public static SymmetryTask[] Tasks(string domain) => domain switch
    {
        "phase" => [new PhaseTransition()],
        "graph" => [new GraphDecoding()],
        "cut" => [.. VertexTransitiveGraph.All.Select(graph => new MaximumCutTask(graph))],
        "code" => [new InvariantDecoding()],
        _ => throw new InputException($"There is no domain '{domain}'; take phase, graph, cut or code."),
    };

    /// <summary>Trains and measures each kind of network on each task.</summary>
    /// <param name="tasks">Tasks of one domain.</param>
    /// <param name="seeds">How many times, with seeds from 1.</param>
    /// <param name="progress">Told of each result.</param>
    /// <param name="steps">Optimizer steps of each training.</param>
    public static SymmetryStudy Run(IReadOnlyList<SymmetryTask> tasks, int seeds, IProgress<TaskResult>? progress = null, int steps = TaskTraining.DefaultSteps)
    {
        var study = new SymmetryStudy(tasks);
        using var single = new SingleThread();
        foreach (SymmetryTask task in tasks)
            foreach (SymmetryModel model in Enum.GetValues<SymmetryModel>())
                for (ulong seed = 1; seed <= (ulong)seeds; seed++)
                    progress?.Report(study.Add(task, model, seed, steps));
        return study;
    }

    /// <summary>Mean score and deviation over the seeds, for each <see cref="SymmetryModel"/> in order.</summary>
    public IReadOnlyList<(double Mean, double Deviation)> Scores(SymmetryTask task) => [.. Enum.GetValues<SymmetryModel>().Select(model =>
    {
        double[] scores = [.. _results[(task, model)].Select(result => result.Score)];
        double mean = scores.Average();
        return (mean, Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / Math.Max(1, scores.Length - 1)));
    })];

    /// <summary>Draws what the networks of the first seed do, or the scores of several tasks.</summary>
    /// <param name="path">A PNG file.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public void WriteFigure(string path)
    {
        using ScottPlot.Plot plot = _tasks[0] switch
        {
            PhaseTransition => PhaseFigure.Draw(Predictor),
            GraphDecoding task => GraphFigure.Draw(task, Predictor),
            InvariantDecoding task => DecodingFigure.Draw(task, Predictor),
            MaximumCutTask => CutFigure.Draw([.. _tasks.Select(task => (task, Scores(task)))]),
            _ => throw new UnreachableException(),
        };
        Figure.Write(path, plot);
    }

    private Func<Tensor, Tensor> Predictor(SymmetryModel model) => _networks[(_tasks[0], model)].forward;

    private TaskResult Add(SymmetryTask task, SymmetryModel model, ulong seed, int steps)
    {
        nn.Module<Tensor, Tensor> network = TaskTraining.Train(task, model, seed, steps);
        var result = new TaskResult(task.Name, model, seed, TaskTraining.Measure(task, network.forward));
        if (!_networks.TryAdd((task, model), network)) network.Dispose();
        if (!_results.TryGetValue((task, model), out var results)) _results.Add((task, model), results = []);
        results.Add(result);
        return result;
    }
}
