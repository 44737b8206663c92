using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning.Files;
using Lodestone.Models.Recipes;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>What a training reached, as a table for people.</summary>
public static class TrainingTable
{
    /// <summary>Writes the errors beside those of the baseline, a row for each target and set of rows, and the course of the training.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="outcome">What came out.</param>
    /// <param name="seconds">How long it took.</param>
    public static void Write(Terminal terminal, TrainingOutcome outcome, double seconds)
    {
        Measurement[] all = [.. MeasuredRows.Measure(outcome.Measured)];
        WriteErrors(terminal, "mean absolute error", "median predictor", "in 90 %",
            [.. all.Where(one => one.Regression is not null).Select(one => (one, one.Regression!.Count, one.Regression.MeanAbsoluteError, one.Regression.MedianPredictorError, one.Regression.Coverage))]);
        WriteErrors(terminal, "accuracy", "the more frequent", "AUC",
            [.. all.Where(one => one.Classification is not null).Select(one => (one, one.Classification!.Count, one.Classification.Accuracy, one.Classification.MajorityAccuracy, one.Classification.Auc))]);
        string epochs = outcome.Histories.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"Best epoch {string.Join(", ", outcome.BestEpochs)} of {outcome.Histories.Max(history => history.Count)}; ");
        terminal.Tables.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{epochs}{seconds:F0} s in all."));
    }

    private static void WriteErrors(
        Terminal terminal, string error, string baseline, string third, (Measurement Of, int Rows, double? Error, double? Baseline, double? Third)[] rows)
    {
        if (rows.Length == 0) return;
        Table table = terminal.CreateTable();
        table.AddColumns("[bold]target[/]", "[bold]rows[/]");
        foreach (string title in new[] { "n", error, baseline, third })
            table.AddColumn(new TableColumn($"[bold]{title}[/]").RightAligned());
        foreach (var row in rows)
            table.AddRow(
                Markup.Escape(row.Of.Target), Markup.Escape(row.Of.Data), row.Rows.ToString("N0", CultureInfo.InvariantCulture), Number(row.Error), Number(row.Baseline), Number(row.Third));
        terminal.Tables.Write(table);
    }

    private static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";
}
