using System.CommandLine;
using System.Globalization;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone evaluate</c>: measures the errors of a model on materials with known values.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Source = CommandParts.Source();
    private static readonly Option<string> Model = new("--model", "-m") { Description = "The model.", HelpName = "MODEL", Required = true };
    private static readonly Option<string?> Target = new("--target")
    {
        Description = "Measure this target only (every one that the source has).",
        HelpName = "T",
    };

    private static readonly Option<string?> Output = CommandParts.Output("FILE", "A table with truth and prediction of each row (.csv, .tsv, .jsonl, .parquet).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("evaluate", "Measures the errors of a model on materials whose values are known, the median predictor beside them.")
        {
            Source, Model, Target, Output, EvaluateCompareCommand.Create(),
        };
        command.WithExamples(
            "lodestone evaluate labelled.csv -m my-gap.lodestone",
            "lodestone evaluate labelled.csv -m my-gap.lodestone -o rows.csv");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        using ModelShelf shelf = ModelShelf.Open([parse.GetRequiredValue(Model)]);
        NamedModel model = shelf.Models[0];
        var evaluator = new Evaluator(model, parse.GetValue(Target));
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Source));

        if (model.File.Description.Training?.DataSha256 is { Length: > 0 } digest && DataDigest.Of(parse.GetRequiredValue(Source)) == digest)
            terminal.Say($"{source.Name} is what the model was trained on: it has seen most of these rows, and its errors on them say little.");
        EvaluationResult result = await ProgressDisplay.RunAsync(terminal, "Evaluating", "materials", counter =>
            evaluator.Run(source.Read(terminal, counter, cancellation), source.Name, counter.Advance, cancellation));
        if (parse.GetValue(Output) is { } path) MeasuredRowsFile.Write(path, result.Sets);
        Measurement[] measurements = [.. MeasuredRows.Measure(result.Sets)];
        if (terminal.Json)
        {
            terminal.WriteJson(Json(result, measurements));
        }
        else
        {
            foreach (Measurement measurement in measurements)
                EvaluationTable.Write(terminal, measurement);
        }

        if (result.Unlabelled > 0) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{result.Unlabelled:N0} materials without a known value were passed over."));
        return result.Outcome.Report(terminal, "evaluated");
    }

    private static object Json(EvaluationResult result, Measurement[] measurements) => new
    {
        model = result.Model,
        n = result.Outcome.Succeeded + result.Outcome.Failed,
        failures = result.Outcome.Failed,
        targets = measurements.ToDictionary(
            measurement => measurement.Target, measurement => (object?)measurement.Regression ?? measurement.Classification!),
    };
}
