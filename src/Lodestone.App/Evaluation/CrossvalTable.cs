using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Models.CrossValidation;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>The errors of a cross-validation as a table for people: one row a fold, then mean and standard deviation.</summary>
public static class CrossvalTable
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["mae"] = "MAE",
        ["rmse"] = "RMSE",
        ["r2"] = "R²",
        ["median_predictor_mae"] = "MAE of the median",
        ["coverage90"] = "in 90 % interval",
        ["width90"] = "width of it",
        ["auc"] = "AUC",
        ["class_auc"] = "AUC of classes",
        ["accuracy"] = "accuracy",
        ["log_loss"] = "log loss",
        ["prevalence"] = "prevalence",
        ["majority_accuracy"] = "accuracy of the majority",
        ["prevalence_log_loss"] = "log loss of the prevalence",
    };

    /// <summary>Writes a table for each target.</summary>
    public static void Write(Terminal terminal, CrossValidationSummary summary)
    {
        foreach (var (name, scores) in summary.Targets)
        {
            terminal.Tables.Write(Make(terminal, name, scores));
            if (scores.CalibrationError is { } error)
                terminal.Tables.WriteLine(FormattableString.Invariant($"Expected calibration error over the rows of all folds: {error:G3}"));
        }
    }

    private static Table Make(Terminal terminal, string name, TargetScores scores)
    {
        Table table = terminal.CreateTable();
        table.AddColumn($"[bold]{Markup.Escape(name)}[/]");
        table.AddColumn(new TableColumn("n").RightAligned());
        bool nested = scores.Folds.Any(fold => fold.Variant is not null);
        if (nested) table.AddColumn(new TableColumn("variant").RightAligned());
        foreach (string metric in scores.Mean.Keys)
            table.AddColumn(new TableColumn(Markup.Escape(Titles[metric])).RightAligned());
        foreach (FoldScores fold in scores.Folds)
            AddRow(table, Whole("fold ", fold.Fold), Whole("", fold.Rows), nested ? Whole("", fold.Variant) : null, fold.Metrics);
        AddRow(table, "mean", Whole("", scores.Folds.Sum(fold => fold.Rows)), nested ? "" : null, scores.Mean);
        AddRow(table, "± s.d.", "", nested ? "" : null, scores.Deviation);
        return table;
    }

    private static void AddRow(Table table, string title, string count, string? variant, IReadOnlyDictionary<string, double?> metrics)
    {
        IEnumerable<string> numbers = metrics.Values.Select(value => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–");
        string[] cells = [title, count, .. variant is null ? Array.Empty<string>() : [variant], .. numbers];
        table.AddRow([.. cells.Select(Markup.Escape)]);
    }

    private static string Whole(string title, int? number) => title + number?.ToString(CultureInfo.InvariantCulture);
}
