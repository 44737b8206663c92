using System.Globalization;
using Lodestone.App.Output;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>The outcome of a sweep as tables for people: one a set of rows, one line a variant, the baseline at the end.</summary>
public static class SweepSummaryTable
{
    /// <summary>Writes the tables.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<SweepSummary> variants)
    {
        foreach (string rows in variants.SelectMany(variant => variant.Errors).Select(error => error.Rows).Distinct())
            terminal.Tables.Write(Make(terminal, rows, variants));
    }

    private static Table Make(Terminal terminal, string rows, IReadOnlyList<SweepSummary> variants)
    {
        SweepError[] columns = [.. variants.SelectMany(variant => variant.Errors).Where(error => error.Rows == rows).DistinctBy(error => error.Target)];
        Table table = terminal.CreateTable();
        table.AddColumn($"[bold]{Markup.Escape(rows)}[/]");
        foreach (string title in new[] { "parameters", "runs", "best epoch", "epochs", "seconds" })
            table.AddColumn(new TableColumn(title).RightAligned());
        foreach (SweepError column in columns)
            table.AddColumn(new TableColumn(Markup.Escape($"{column.Target}, {(column.Measure == "auc" ? "AUC" : "MAE")}")).RightAligned());

        foreach (SweepSummary variant in variants)
            AddRow(table,
            [
                variant.Variant, Whole(variant.Parameters), Whole(variant.Runs), Whole(variant.BestEpoch), Whole(variant.Epochs), Whole(variant.Seconds),
                .. columns.Select(column => Error(variant.Errors.FirstOrDefault(error => error.Rows == rows && error.Target == column.Target))),
            ]);
        AddRow(table, ["median of the training rows", "", "", "", "", "", .. columns.Select(column => Number(column.Baseline))]);
        return table;
    }

    private static void AddRow(Table table, string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Error(SweepError? error) =>
        error?.Deviation is { } deviation ? $"{Number(error.Mean)} ± {deviation.ToString("G2", CultureInfo.InvariantCulture)}" : Number(error?.Mean);

    private static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";

    private static string Whole(double? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";
}
