using System.CommandLine;
using System.Text.Json.Nodes;
using Lodestone.App.Evaluation;
using Lodestone.App.Output;
using Lodestone.App.Report;
using Lodestone.Learning.Files;
using Lodestone.Models;
using Lodestone.Models.Estimators;
using Spectre.Console;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model show</c>: what a model file says of its model.</summary>
internal static class ModelShowCommand
{
    private static readonly Argument<string> Model = CommandParts.Model();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("show", "Shows what a model predicts, what it was trained on and how well it does.") { Model };
        command.WithExamples(
            "lodestone model show magnetization",
            "lodestone model show my-gap.lodestone --json");
        command.Handle((parse, terminal) => Write(parse.GetRequiredValue(Model), terminal));
        return command;
    }

    private static void Write(string name, Terminal terminal)
    {
        ModelFile file = ModelCatalog.Open(name);
        ModelDescription description = file.Description;
        if (terminal.Json)
        {
            terminal.WriteJson(JsonNode.Parse(description.ToJson())!);
            return;
        }
        var facts = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        facts.AddRow("[bold]Model[/]", $"[bold]{Markup.Escape(description.Name)}[/]");
        foreach (var (term, value) in ModelFacts.Of(description))
            facts.AddRow(Markup.Escape(term), Markup.Escape(value));
        terminal.Tables.Write(facts);
        foreach (Measurement measurement in description.Measurements)
            EvaluationTable.Write(terminal, measurement);
        ImportanceTable.Write(terminal, DescriptorImportance.Stored(file));
    }
}
