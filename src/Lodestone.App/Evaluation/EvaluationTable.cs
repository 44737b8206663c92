using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>The errors of a model for one target as a table for people.</summary>
public static class EvaluationTable
{
    /// <summary>Writes a table of two columns: what was measured, and how much it is.</summary>
    public static void Write(Terminal terminal, Measurement measurement)
    {
        var quantity = new Quantity(measurement.Target);
        Table table = terminal.CreateTable();
        table.AddColumn($"[bold]{Markup.Escape(measurement.Target)}[/], {Markup.Escape(measurement.Data)}");
        table.AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, value) in measurement.Regression is { } regression ? Lines(regression, quantity.Unit) : Lines(measurement.Classification!))
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        terminal.Tables.Write(table);
    }

    private static IEnumerable<(string Name, string Value)> Lines(RegressionMetrics metrics, string unit)
    {
        string Error(string name) => unit.Length > 0 ? $"{name}, {unit}" : name;
        yield return ("known values", metrics.Count.ToString("N0", CultureInfo.InvariantCulture));
        yield return (Error("mean absolute error"), Number(metrics.MeanAbsoluteError));
        yield return (Error($"… of always saying the median of the {metrics.MedianOf} rows"), Number(metrics.MedianPredictorError));
        yield return (Error("root mean square error"), Number(metrics.RootMeanSquareError));
        yield return (Error("median absolute error"), Number(metrics.MedianAbsoluteError));
        yield return ("R²", Number(metrics.RSquared));
        yield return ("Spearman's rank correlation", Number(metrics.Spearman));
        yield return ("share of true values inside the 90 % interval", Number(metrics.Coverage));
        yield return (Error("mean width of the 90 % interval"), Number(metrics.Width));
        yield return ("negative log-likelihood", Number(metrics.NegativeLogLikelihood));
        yield return (Error("continuous ranked probability score"), Number(metrics.RankedProbabilityScore));
    }

    private static IEnumerable<(string Name, string Value)> Lines(ClassMetrics metrics)
    {
        yield return ("known values", metrics.Count.ToString("N0", CultureInfo.InvariantCulture));
        yield return ("area under the ROC curve", Number(metrics.Auc));
        yield return ("accuracy", Number(metrics.Accuracy));
        yield return ("log loss", Number(metrics.LogLoss));
        yield return ("expected calibration error", Number(metrics.CalibrationError));
        yield return ("share of positives", Number(metrics.Prevalence));
    }

    private static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";
}
