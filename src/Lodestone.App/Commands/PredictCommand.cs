using System.CommandLine;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Data.Tables;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone predict</c>: predicts every material of a source, one row an input.</summary>
internal static class PredictCommand
{
    private static readonly Argument<string[]> Sources = CommandParts.Sources();
    private static readonly Option<string[]> Models = CommandParts.Models(
        required: true, "The model; may be given several times, for one target each.");
    private static readonly Option<string?> Output = CommandParts.Output(
        "FILE", "The result: .csv, .parquet or .jsonl. Without it, CSV goes to standard output (with --json, one JSON object a line).");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("predict", "Predicts every material of a source: one row an input, in the order of the input.") { Sources, Models, Output };
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        using ModelShelf shelf = ModelShelf.Open(parse.GetRequiredValue(Models));
        var stream = new PredictionStream(shelf.Models);
        MaterialSource source = MaterialSource.Open(parse.GetRequiredValue(Sources));
        var columns = new PredictionColumns(stream.Quantities);
        using TableWriter table = CreateTable(parse.GetValue(Output), terminal, columns);

        Outcome outcome = await ProgressDisplay.RunAsync(terminal, "Predicting", "materials", counter =>
        {
            var tally = new Outcome();
            foreach (PredictedRow row in stream.Predict(source.Read(cancellation), cancellation))
            {
                table.Write(columns.Cells(row));
                tally.Add(row);
                counter.Advance(1);
            }
            return tally;
        });
        outcome.RequireInput(source.Name);
        table.Commit();
        return outcome.Report(terminal, "predicted");
    }

    private static TableWriter CreateTable(string? path, Terminal terminal, PredictionColumns columns) => path is null
        ? TableWriter.Create(terminal.ResultStream, terminal.Json ? ".jsonl" : ".csv", columns.Columns)
        : TableWriter.Create(path, columns.Columns);
}
