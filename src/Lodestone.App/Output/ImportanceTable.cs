using System.Globalization;
using Lodestone.Models.Estimators;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>The descriptors that matter most to a model, as a table.</summary>
internal static class ImportanceTable
{
    private const int Rows = 10;

    /// <summary>Writes the table; nothing where the model stores no importances.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<DescriptorImportance> importances)
    {
        if (importances.Count == 0) return;
        Table table = terminal.CreateTable();
        table.AddColumns("[bold]descriptor[/]", "[bold]share of the splits' gain[/]");
        foreach (DescriptorImportance one in importances.Take(Rows))
            table.AddRow(Markup.Escape(one.Descriptor), one.Importance.ToString("P1", CultureInfo.InvariantCulture));
        terminal.Tables.Write(table);
    }
}
