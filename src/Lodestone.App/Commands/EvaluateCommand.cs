using System.CommandLine;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning.Files;

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

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("evaluate", "Measures the errors of a model on materials whose values are known, the median predictor beside them.")
        {
            Source, Model, Target, EvaluateCompareCommand.Create(),
        };
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        using ModelShelf shelf = ModelShelf.Open([parse.GetRequiredValue(Model)]);
        NamedModel model = shelf.Models[0];
        var evaluator = new Evaluator(model, parse.GetValue(Target));
        MaterialSource source = MaterialSource.Open(parse.GetRequiredValue(Source));

        EvaluationResult result = await ProgressDisplay.RunAsync(terminal, "Evaluating", "materials", counter =>
            evaluator.Run(source.Read(cancellation), source.Name, counter.Advance, cancellation));

        if (terminal.Json)
        {
            terminal.WriteJson(Json(result));
        }
        else
        {
            foreach (Measurement measurement in result.Measurements)
                EvaluationTable.Write(terminal, measurement);
        }
        return result.Outcome.Report(terminal, "evaluated");
    }

    private static object Json(EvaluationResult result) => new
    {
        model = result.Model,
        n = result.Outcome.Succeeded + result.Outcome.Failed,
        failures = result.Outcome.Failed,
        targets = result.Measurements.ToDictionary(
            measurement => measurement.Target, measurement => (object?)measurement.Regression ?? measurement.Classification!),
    };
}
