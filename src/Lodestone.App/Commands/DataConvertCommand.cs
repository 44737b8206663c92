using System.CommandLine;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;
using Lodestone.Matter.Formats;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data convert</c>: writes materials in another format.</summary>
internal static class DataConvertCommand
{
    private static readonly Argument<string[]> Sources = CommandParts.Sources();
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "A structure file (such as .cif, .extxyz, .vasp, .json, .jsonl), a table (.csv, .tsv, .parquet), or a new folder (NAME/) of files with id_prop.csv.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Descriptors = new("--descriptors")
    {
        Description = "Write a table with these descriptors in the place of structures; join sets with '+' (see 'lodestone data descriptors').",
        HelpName = "SET",
    };

    private static readonly Option<string?> Labels = new("--labels")
    {
        Description = "A table (.csv, .tsv) with a column id, whose other columns are added to the materials of these ids.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "For a folder: the ending of its files, which names their format (.cif).",
        HelpName = ".vasp",
    };
    private static readonly Option<string?> Cell = CommandParts.Choice(
        "--cell",
        "Describe crystals in the standard primitive or conventional cell of their space group, made exactly symmetric, or in the Niggli-reduced primitive cell.",
        "primitive", "conventional", "niggli");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("convert", "Writes materials in another format.") { Sources, Output, Format, Cell, Descriptors, Labels };
        command.WithExamples(
            "lodestone data convert my-crystals/ -o my-crystals.csv",
            "lodestone data convert my-table.csv --descriptors composition+structure -o described.csv");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        DescriptorSet? descriptors = parse.GetValue(Descriptors) is { } name ? DescriptorCatalog.Get(name) : null;
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Sources));
        LabelTable? labels = parse.GetValue(Labels) is { } table ? LabelTable.Read(table) : null;
        CellForm? cell = parse.GetValue(Cell) is { } form ? Enum.Parse<CellForm>(form, ignoreCase: true) : null;
        string path = parse.GetRequiredValue(Output);
        if (labels?.Note is { } note) terminal.Say(note);
        if (IsFolder(path) && descriptors is not null) throw new InputException("A folder of structures cannot hold descriptors; name a table that ends in .csv, .tsv or .parquet.");
        ConversionResult result = await ProgressDisplay.RunAsync(terminal, "Converting", "materials", counter =>
        {
            IEnumerable<MaterialReading> readings = counter.Count(source.Read(terminal, counter, cancellation));
            if (labels is not null) readings = labels.Label(readings);
            if (cell is { } wanted) readings = readings.Select(reading => reading with { Material = reading.Material?.InCell(wanted) });
            return IsFolder(path) ? MaterialFolder.Write(readings, path, parse.GetValue(Format) ?? ".cif") : MaterialConverter.Convert(readings, path, descriptors);
        });

        var outcome = new Outcome();
        outcome.AddSucceeded(result.Written);
        foreach (ReadFailure failure in result.Failures)
            outcome.Add(failure.ToString(), failure.Fault);
        outcome.RequireInput(source.Name);
        if (labels?.Unused.ToArray() is { Length: > 0 } unused)
            terminal.Error($"{unused.Length} rows of the labels belong to no material, such as '{unused[0]}'.");
        return outcome.Report(terminal, $"written to {path}");
    }

    private static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);
}
