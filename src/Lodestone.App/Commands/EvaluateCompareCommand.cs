using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone evaluate compare</c>: two models of one property on the same materials.</summary>
internal static class EvaluateCompareCommand
{
    private static readonly int[] UsualTop = [10, 30];
    private static readonly Argument<string> Source = CommandParts.Source();
    private static readonly Option<string[]> Models = CommandParts.Models(required: true, "Two models, each with -m.");
    private static readonly Option<string?> Target = new("--target") { Description = "The property to compare (the one that both predict).", HelpName = "T" };
    private static readonly Option<double?> Above = CommandParts.Number("--above", "VALUE", "Give also the area under the ROC curve for values above this.");
    private static readonly Option<int[]?> Top = CommandParts.WholeNumbers(
        "--top",
        "How many of the K highest predictions are among the highest true values, as many as the largest K; may be given several times (10 and 30).",
        minimum: 1);
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<string?> Output = CommandParts.Output("FILE", "A table with one row a material (.csv, .tsv, .jsonl, .parquet).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("compare", "Compares two models on the same materials: errors, rankings, significance, and what each gets wrong.")
        {
            Source, Models, Target, Above, Top, Seed, Output,
        };
        command.WithExamples(
            "lodestone evaluate compare labelled.csv -m band-gap -m my-gap.lodestone",
            "lodestone evaluate compare labelled.csv -m magnetization -m magnetization-forest --above 0.02 -o rows.csv");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        using ModelShelf shelf = ModelShelf.Open(parse.GetRequiredValue(Models));
        if (shelf.Models.Count != 2) throw new InputException($"Give two different models, each with -m; there are {shelf.Models.Count}.");
        string target = Common(shelf.Models, parse.GetValue(Target));
        int[] top = parse.GetValue(Top) is { Length: > 0 } asked ? [.. asked.Distinct()] : UsualTop;
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Source));
        ModelComparison comparison = await ProgressDisplay.RunAsync(terminal, "Comparing", "materials", counter => ModelComparison.Of(
            (shelf.Models[0], shelf.Models[1]), target, source.Read(terminal, counter, cancellation), source.Name, parse.GetValue(Above), top,
            new Seeds(parse.GetValue(Seed) ?? 0).For("compare"), counter.Advance, cancellation));

        if (parse.GetValue(Output) is { } path) ComparedRowsFile.Write(path, comparison);
        if (terminal.Json) terminal.WriteJson(Json(comparison));
        else ModelComparisonTable.Write(terminal, comparison);
        return comparison.Outcome.Report(terminal, "compared");
    }

    private static string Common(IReadOnlyList<NamedModel> models, string? wanted)
    {
        string[] common = [.. models[0].Model.Targets.Where(target => !target.IsClass).Select(target => target.Name).Intersect(models[1].Model.Targets.Select(target => target.Name))];
        if (wanted is not null && !common.Contains(wanted)) throw new InputException($"{models[0].Name} and {models[1].Name} do not both predict numbers of '{wanted}'.");
        return wanted ?? (common.Length == 1 ? common[0] : throw new InputException(common.Length == 0
            ? $"{models[0].Name} and {models[1].Name} predict no number that is the same."
            : $"{models[0].Name} and {models[1].Name} both predict {string.Join(", ", common)}; choose one with --target."));
    }

    private static object Json(ModelComparison comparison) => new
    {
        target = comparison.Target,
        n = comparison.Rows.Length,
        failures = comparison.Outcome.Failed,
        models = new[] { comparison.First, comparison.Second }.Select(model => new { model = model.Model, errors = model.Errors, auc = model.Auc, top = model.Top }),
        difference = new { mean = comparison.Difference.Mean, low = comparison.Difference.Low, high = comparison.Difference.High, p = comparison.Difference.PValue },
        classes = comparison.Classes.Select(one => new { @class = one.Class, n = one.Rows, first_mae = one.First, second_mae = one.Second }),
    };
}
