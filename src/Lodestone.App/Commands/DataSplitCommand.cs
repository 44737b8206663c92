using System.CommandLine;
using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Data.Splits;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data split</c>: deals materials into rows for training, validation and test.</summary>
internal static class DataSplitCommand
{
    private static readonly Argument<string[]> Sources = CommandParts.Sources();
    private static readonly Option<string?> By = CreateBy();
    private static readonly Option<string> Column = new("--column")
    {
        Description = "With --by column: the column that says train, val or test.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "split",
    };
    private static readonly Option<ulong?> Seed = CommandParts.Seed();
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The folder for train.csv, val.csv and test.csv.",
        HelpName = "DIR",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("split", "Deals materials into four fifths for training, a tenth for validation and a tenth for test, or as a column says.")
        {
            Sources, By, Column, Seed, Output,
        };
        command.WithExamples(
            "lodestone data split my-table.csv --by formula -o parts",
            "lodestone data split my-table.csv --by column --column part -o parts");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Sources));
        var outcome = new Outcome();
        List<MaterialReading> readings = await ProgressDisplay.RunAsync(terminal, "Reading", "materials", counter =>
            Read(counter.Count(source.Read(terminal, counter, cancellation)), outcome));
        outcome.RequireInput(source.Name);

        Material[] materials = [.. readings.Select(reading => reading.Material!)];
        var seeds = new Seeds(parse.GetValue(Seed) ?? 0);
        var fractions = new SplitFractions();
        Split split = parse.GetRequiredValue(By) switch
        {
            "formula" => Split.ByFormula(materials, fractions, seeds),
            "chemsys" => Split.ByChemicalSystem(materials, fractions, seeds),
            "column" => Split.ByColumn(materials, parse.GetRequiredValue(Column)),
            _ => Split.Random(materials.Length, fractions, seeds),
        };
        Write(parse.GetRequiredValue(Output), readings, split);
        string sizes = string.Create(
            CultureInfo.InvariantCulture, $"{split.Train.Length} for training, {split.Validation.Length} for validation, {split.Test.Length} for test");
        return outcome.Report(terminal, $"dealt out: {sizes}");
    }

    private static List<MaterialReading> Read(IEnumerable<MaterialReading> readings, Outcome outcome)
    {
        var materials = new List<MaterialReading>();
        foreach (MaterialReading reading in readings)
        {
            outcome.Add(reading.Failure?.ToString(), reading.Failure?.Fault);
            if (reading.Material is not null) materials.Add(reading);
        }
        return materials;
    }

    private static void Write(string folder, List<MaterialReading> readings, Split split)
    {
        OutputFolder.Make(folder);
        foreach (var (name, rows) in new[] { ("train", split.Train), ("val", split.Validation), ("test", split.Test) })
            MaterialConverter.Convert(rows.Select(row => readings[row]), Path.Combine(folder, $"{name}.csv"));
    }

    private static Option<string?> CreateBy()
    {
        Option<string?> option = CommandParts.Choice(
            "--by",
            "What is never in two parts: a reduced formula, a chemical system, or nothing; or the parts that a column names.",
            "formula", "chemsys", "random", "column");
        option.Required = true;
        return option;
    }
}
