using System.CommandLine;
using System.Text.Json.Nodes;
using Lodestone.App.Output;
using Lodestone.Models;
using Lodestone.Models.Catalog;
using Lodestone.Models.Recipes;
using Spectre.Console;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model arch</c>: the architectures and their options.</summary>
internal static class ModelArchCommand
{
    private static readonly Argument<string?> Name = CommandParts.Argument<string?>(
        "NAME", "The architecture; without it, all are listed.", ArgumentArity.ZeroOrOne);
    private static readonly Option<string[]> Set = CommandParts.Settings("Give an option another value; may be given several times.");

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("arch", "Lists the architectures, or shows the options of one.") { Name, Set };
        command.WithExamples(
            "lodestone model arch",
            "lodestone model arch egnn --set layers=3");
        command.Handle((parse, terminal) =>
        {
            if (parse.GetValue(Name) is { } name) Show(ModelCatalog.Architecture(name), Options(name, parse.GetValue(Set) ?? []), terminal);
            else List(terminal);
        });
        return command;
    }

    private static JsonObject Options(string architecture, string[] settings)
    {
        string[] recipe = ["data=none", "targets=[{name: none}]", $"architecture='{architecture}'"];
        IEnumerable<string> options = settings.Select(setting => setting.StartsWith("options.", StringComparison.Ordinal) ? setting : $"options.{setting}");
        return RecipeFile.OptionsOf(RecipeFile.Parse("", "The command line", [.. recipe, .. options]));
    }

    private static void List(Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.WriteJson(ModelCatalog.Architectures.Select(architecture =>
                new { arch = architecture.Name, summary = architecture.Summary, inputs = architecture.Inputs }));
            return;
        }
        Table table = terminal.CreateTable();
        table.AddColumns("[bold]architecture[/]", "[bold]reads[/]", "[bold]what it is[/]");
        foreach (Architecture architecture in ModelCatalog.Architectures)
            table.AddRow(Markup.Escape(architecture.Name), Markup.Escape(architecture.Inputs), Markup.Escape(architecture.Summary));
        terminal.Tables.Write(table);
    }

    private static void Show(Architecture architecture, JsonObject options, Terminal terminal)
    {
        IReadOnlyList<ArchitectureOption> described = architecture.Describe(options);
        long parameters = architecture.CountParameters(options);
        if (terminal.Json)
        {
            terminal.WriteJson(new
            {
                arch = architecture.Name,
                parameters,
                inputs = architecture.Inputs,
                options = described.ToDictionary(
                    option => option.Name, option => new { value = option.Value, @default = option.Default, meaning = option.Meaning }),
            });
            return;
        }
        terminal.Tables.WriteLine(FormattableString.Invariant($"{architecture.Name}: {architecture.Summary}"));
        terminal.Tables.WriteLine(parameters == 0
            ? $"Reads {architecture.Inputs}."
            : FormattableString.Invariant($"Reads {architecture.Inputs}; {parameters:N0} parameters for one target."));
        Table table = terminal.CreateTable();
        table.AddColumns("[bold]option[/]", "[bold]value[/]", "[bold]default[/]", "[bold]meaning[/]");
        foreach (ArchitectureOption option in described)
            table.AddRow(Markup.Escape(option.Name), Markup.Escape(Text(option.Value)), Markup.Escape(Text(option.Default)), Markup.Escape(option.Meaning));
        terminal.Tables.Write(table);
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "none",
        JsonValue text when text.TryGetValue(out string? plain) => plain,
        _ => value.ToJsonString(),
    };
}
