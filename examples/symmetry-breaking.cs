#:project ../src/Lodestone.Studies/Lodestone.Studies.csproj
#:property PublishAot=false

// Where an answer must be less symmetric than the question (arXiv:2312.09016): an equivariant network, one with noise, and a relaxed one.
//   dotnet run -c Release examples/symmetry-breaking.cs -- phase|graph|cut|code FIGURE.png [SEEDS]
// phase: a square becomes a rectangle. graph: links of graphs with equivalent nodes. cut: maximum cuts of vertex-transitive graphs.
// code: signals from a code that shifts do not change. Each takes less than a minute with one seed.
using System.Globalization;
using Lodestone.Matter;
using Lodestone.Studies.SymmetryBreaking;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] names = ["phase", "graph", "cut", "code"];
if (args.Length is < 2 or > 3 || !names.Contains(args[0]) || !int.TryParse(args.Length > 2 ? args[2] : "1", out int seeds) || seeds < 1)
{
    Console.Error.WriteLine("Usage: symmetry-breaking phase|graph|cut|code FIGURE.png [SEEDS]");
    return 2;
}

try
{
    SymmetryTask[] tasks = SymmetryStudy.Tasks(args[0]);
    var study = SymmetryStudy.Run(tasks, seeds, new Lines());
    Console.WriteLine($"{tasks[0].Metric}; mean and deviation over {seeds} seeds");
    Console.WriteLine($"{"task",-20}{"equivariant",20}{"noise",20}{"relaxed",20}{"equivariant limit",20}{"ideal",8}");
    foreach (SymmetryTask task in tasks)
        Console.WriteLine($"{task.Name,-20}{string.Concat(study.Scores(task).Select(score => $"{$"{score.Mean:F3} ± {score.Deviation:F3}",20}"))}{task.EquivariantLimit,20:F3}{task.Ideal,8:F0}");
    study.WriteFigure(args[1]);
    return 0;
}
catch (InputException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

internal sealed class Lines : IProgress<TaskResult>
{
    public void Report(TaskResult value) => Console.Error.WriteLine($"{value.Task}, {value.Model}, seed {value.Seed}: {value.Score:F4}");
}
