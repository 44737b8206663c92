using System.CommandLine;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Data.Tables;
using Lodestone.Learning;

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
        var command = new Command("predict", "Predicts every material of a source: one row an input (or a site, for a model of sites), in the order of the input.") { Sources, Models, Output };
        command.WithExamples(
            "lodestone predict my-crystals/ -m formation-energy -m band-gap -o predictions.csv",
            "lodestone predict new-crystals/ -m my-gap.lodestone");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        using ModelShelf shelf = ModelShelf.Open(parse.GetRequiredValue(Models));
        var stream = new PredictionStream(shelf.Models, sites: true);
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Sources));
        bool ofSites = shelf.Models[0].Model.Targets[0].Level == TargetLevel.Site;
        var (columns, siteColumns) = (new PredictionColumns(stream.Quantities), new SiteColumns(stream.Quantities));
        using TableWriter table = CreateTable(parse.GetValue(Output), terminal, ofSites ? siteColumns.Columns : columns.Columns);

        Outcome outcome = await ProgressDisplay.RunAsync(terminal, "Predicting", "materials", counter =>
        {
            var tally = new Outcome();
            foreach (PredictedRow row in stream.Predict(source.Read(terminal, counter, cancellation), cancellation))
            {
                foreach (Cell[] cells in ofSites ? siteColumns.Rows(row) : [columns.Cells(row)]) table.Write(cells);
                tally.Add(row);
                counter.Advance(1);
            }
            return tally;
        });
        outcome.RequireInput(source.Name);
        table.Commit();
        return outcome.Report(terminal, "predicted");
    }

    private static TableWriter CreateTable(string? path, Terminal terminal, IReadOnlyList<TableColumn> columns) => path is null
        ? TableWriter.Create(terminal.ResultStream, terminal.Json ? ".jsonl" : ".csv", columns)
        : TableWriter.Create(path, columns);
}
