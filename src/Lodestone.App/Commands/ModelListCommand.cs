using System.CommandLine;
using Lodestone.App.Output;
using Lodestone.Learning.Files;
using Lodestone.Models;
using Spectre.Console;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone model list</c>: the shipped models.</summary>
internal static class ModelListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "Lists the shipped models.");
        command.WithExamples(
            "lodestone model list",
            "lodestone model list --json");
        command.Handle((_, terminal) => Write(terminal));
        return command;
    }

    private static void Write(Terminal terminal)
    {
        (string Name, ModelDescription Description)[] models =
            [.. ModelCatalog.Shipped.Select(model => (model.Name, ModelCatalog.Open(model.Name).Description))];
        if (terminal.Json)
        {
            terminal.WriteJson(models.Select(model => new
            {
                name = model.Name,
                arch = model.Description.Architecture,
                members = model.Description.Members,
                targets = model.Description.Targets.Select(target => target.Target.Name),
            }));
            return;
        }
        Table table = terminal.CreateTable();
        table.AddColumns("[bold]model[/]", "[bold]predicts[/]", "[bold]architecture[/]", "[bold]error, in brackets that of the median or the majority[/]");
        foreach (var (name, description) in models)
        {
            string targets = string.Join(", ", description.Targets.Select(target => target.Target.Name));
            table.AddRow(Markup.Escape(name), Markup.Escape(targets), Markup.Escape(description.Architecture), Markup.Escape(Error(description)));
        }
        if (models.Length == 0) terminal.Say("No model is shipped with this build.");
        else terminal.Tables.Write(table);
    }

    private static string Error(ModelDescription description) => description.Measurements.FirstOrDefault() switch
    {
        { Regression: { } metrics, Data: var data } =>
            FormattableString.Invariant($"{metrics.MeanAbsoluteError:G3} ({metrics.MedianPredictorError:G3}), {data}, n = {metrics.Count}"),
        { Classification: { } metrics, Data: var data } =>
            FormattableString.Invariant($"accuracy {metrics.Accuracy:G3} ({metrics.MajorityAccuracy:G3}), {data}, n = {metrics.Count}"),
        _ => "not measured",
    };
}
