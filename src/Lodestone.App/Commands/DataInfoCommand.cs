using System.CommandLine;
using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Data;
using Spectre.Console;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data info</c>: what a source holds.</summary>
internal static class DataInfoCommand
{
    private static readonly Argument<string[]> Sources = CommandParts.Sources();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("info", "Shows what a source holds: materials, elements, properties, failures.") { Sources };
        command.WithExamples(
            "lodestone data info my-table.csv",
            "lodestone data info my-crystals/ more-crystals.zip --json");
        command.Handle(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellation)
    {
        MaterialSource source = parse.OpenSources(parse.GetRequiredValue(Sources));
        DataSummary summary = await ProgressDisplay.RunAsync(terminal, "Reading", "materials", counter =>
            DataSummary.Of(counter.Count(source.Read(terminal, counter, cancellation))));

        var outcome = new Outcome();
        outcome.AddSucceeded(summary.Entries - summary.Failures.Length);
        foreach (MaterialReading reading in summary.Failures)
            outcome.Add(reading.Failure!.ToString(), reading.Failure.Fault);
        outcome.RequireInput(source.Name);
        if (terminal.Json) terminal.WriteJson(Json(source.Name, summary));
        else Write(terminal, summary);
        return outcome.Report(terminal, "read");
    }

    private static object Json(string name, DataSummary summary) => new
    {
        source = name,
        entries = summary.Entries,
        failures = summary.Failures.Length,
        structures = summary.Structures,
        disordered = summary.Disordered,
        atoms = new { min = summary.Atoms.Minimum, median = summary.Atoms.Median, mean = summary.Atoms.Mean, max = summary.Atoms.Maximum },
        elements = summary.Elements.ToDictionary(pair => pair.Key.Symbol, pair => pair.Value),
        properties = summary.Properties.ToDictionary(property => property.Name, property => new
        {
            n = property.Count,
            missing = property.Missing,
            min = property.Minimum,
            median = property.Median,
            mean = property.Mean,
            max = property.Maximum,
        }),
        texts = summary.TextProperties.ToDictionary(pair => pair.Key, pair => pair.Value),
        reasons = summary.FailureReasons.ToDictionary(pair => pair.Key, pair => pair.Value),
    };

    private static void Write(Terminal terminal, DataSummary summary)
    {
        Grid facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        facts.AddRow("Entries", Text(summary.Entries));
        facts.AddRow("Unreadable", Text(summary.Failures.Length));
        string disordered = summary.Disordered > 0 ? $", {Text(summary.Disordered)} of them disordered" : "";
        facts.AddRow("Structures", Text(summary.Structures) + disordered);
        facts.AddRow($"Elements ({summary.Elements.Length})", string.Join(", ", summary.Elements.Select(pair => $"{pair.Key.Symbol} {Text(pair.Value)}")));
        if (summary.TextProperties.Length > 0)
            facts.AddRow("Texts", Markup.Escape(string.Join(", ", summary.TextProperties.Select(pair => $"{pair.Key} ({Text(pair.Value)})"))));
        terminal.Tables.Write(facts);

        Table table = terminal.CreateTable();
        table.AddColumn("[bold]numbers[/]");
        foreach (string title in new[] { "n", "missing", "minimum", "median", "mean", "maximum" })
            table.AddColumn(new TableColumn($"[bold]{title}[/]").RightAligned().NoWrap());
        foreach (TargetSummary property in summary.Properties.Prepend(summary.Atoms).Where(property => property.Count > 0))
        {
            table.AddRow(Markup.Escape(property.Name), Text(property.Count), Text(property.Missing),
                Text(property.Minimum), Text(property.Median), Text(property.Mean), Text(property.Maximum));
        }
        terminal.Tables.Write(table);
    }

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "–";
}
