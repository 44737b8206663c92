using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Models.Selection;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>The outcome of a selection of descriptors as tables for people.</summary>
public static class SelectionTable
{
    private const int Rows = 10;

    /// <summary>Writes the errors, and the descriptors that matter most.</summary>
    public static void Write(Terminal terminal, SelectionSummary summary)
    {
        string measure = summary.Measure == "mae" ? "mean absolute error" : "mean of (probability − truth)²";
        Table errors = terminal.CreateTable();
        errors.AddColumn($"[bold]{Markup.Escape(summary.Target)}[/], {measure} in cross-validation");
        errors.AddColumn(new TableColumn("descriptors").RightAligned());
        errors.AddColumn(new TableColumn("").RightAligned());
        errors.AddRow("selected", Whole(summary.Selected.Count), Number(summary.Error));
        errors.AddRow("all", Whole(summary.Candidates), Number(summary.ErrorOfAll));
        errors.AddRow("a constant", Whole(0), Number(summary.ErrorOfConstant));
        terminal.Tables.Write(errors);

        Table most = terminal.CreateTable();
        most.AddColumns("[bold]descriptor[/]", "[bold]growth of the error when shuffled[/]");
        foreach (SelectedDescriptor one in summary.Selected.Take(Rows)) most.AddRow(Markup.Escape(one.Descriptor), Number(one.Importance));
        terminal.Tables.Write(most);
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
