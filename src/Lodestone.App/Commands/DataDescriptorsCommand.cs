using System.CommandLine;
using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Data.Descriptors;
using Spectre.Console;

namespace Lodestone.App.Commands;

/// <summary><c>lodestone data descriptors</c>: the descriptors with their units, meanings and sources.</summary>
internal static class DataDescriptorsCommand
{
    private static readonly Argument<string?> Set = CommandParts.Argument<string?>(
        "SET", "A set, or several with '+' between them; without it, all sets are listed.", ArgumentArity.ZeroOrOne);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("descriptors", "Lists the sets of descriptors, or the descriptors of one.") { Set };
        command.WithExamples(
            "lodestone data descriptors",
            "lodestone data descriptors composition+magnetic");
        command.Handle((parse, terminal) =>
        {
            if (parse.GetValue(Set) is { } name) Show(DescriptorCatalog.Get(name), terminal);
            else List(terminal);
        });
        return command;
    }

    private static void List(Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.WriteJson(DescriptorCatalog.All.Select(set =>
                new { set = set.Name, descriptors = set.Descriptors.Count, reads = Reads(set), meaning = DescriptorCatalog.Meaning(set) }));
            return;
        }

        Table table = terminal.CreateTable();
        table.AddColumns("[bold]set[/]", "[bold]descriptors[/]", "[bold]reads[/]", "[bold]what it is[/]");
        foreach (DescriptorSet set in DescriptorCatalog.All)
        {
            string count = set.Descriptors.Count.ToString(CultureInfo.InvariantCulture);
            table.AddRow(set.Name, count, Reads(set), Markup.Escape(DescriptorCatalog.Meaning(set)));
        }

        terminal.Tables.Write(table);
    }

    private static void Show(DescriptorSet set, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.WriteJson(set.Descriptors.Select(d => new { name = d.Name, unit = d.Unit, meaning = d.Meaning, source = d.Source }));
            return;
        }

        Table table = terminal.CreateTable();
        table.AddColumns("[bold]descriptor[/]", "[bold]unit[/]", "[bold]meaning[/]", "[bold]source[/]");
        foreach (Descriptor descriptor in set.Descriptors)
            table.AddRow(descriptor.Name, Markup.Escape(descriptor.Unit), Markup.Escape(descriptor.Meaning), Markup.Escape(descriptor.Source));
        terminal.Tables.Write(table);
    }

    private static string Reads(DescriptorSet set) => set.NeedsStructure ? "structure" : "formula";
}
