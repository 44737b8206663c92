using System.Globalization;
using Lodestone.App.Output;
using Lodestone.App.Screening;
using Lodestone.Learning.Metrics;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>Two models on the same materials, as tables for people.</summary>
public static class ModelComparisonTable
{
    private const int Shown = 10;

    /// <summary>Writes the errors, the errors by class, and the largest disagreements.</summary>
    public static void Write(Terminal terminal, ModelComparison comparison)
    {
        Table table = Start(terminal, comparison, comparison.Target);
        foreach (var (name, first, second) in Lines(comparison)) table.AddRow(Markup.Escape(name), first, second);
        terminal.Tables.Write(table);
        var test = comparison.Difference;
        terminal.Tables.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"difference of the mean absolute errors {test.Mean:G4}, 95 % interval [{test.Low:G4}, {test.High:G4}], p = {test.PValue:G2}, {test.Rows} rows"));

        Table classes = Start(terminal, comparison, "mean absolute error by class (rows)");
        foreach (ClassErrors one in comparison.Classes)
            classes.AddRow(string.Create(CultureInfo.InvariantCulture, $"{one.Class} ({one.Rows})"), Number(one.First), Number(one.Second));
        terminal.Tables.Write(classes);

        Table worst = Start(terminal, comparison, "largest disagreements");
        worst.AddColumn(new TableColumn("true").RightAligned());
        foreach (ComparedRow row in comparison.Rows.OrderByDescending(row => row.Disagreement).Take(Shown))
            worst.AddRow(Markup.Escape($"{row.Formula} ({row.Id})"), Number(row.First.Mean), Number(row.Second.Mean), Number(row.Truth));
        terminal.Tables.Write(worst);
    }

    private static IEnumerable<(string Name, string First, string Second)> Lines(ModelComparison comparison)
    {
        string unit = new Quantity(comparison.Target).Unit is { Length: > 0 } known ? $", {known}" : "";
        (string, string, string) Line(string name, Func<RegressionMetrics, double?> metric) =>
            (name, Number(metric(comparison.First.Errors)), Number(metric(comparison.Second.Errors)));
        yield return Line($"mean absolute error{unit}", metrics => metrics.MeanAbsoluteError);
        yield return Line($"… of always saying the median{unit}", metrics => metrics.MedianPredictorError);
        yield return Line($"root mean square error{unit}", metrics => metrics.RootMeanSquareError);
        yield return Line("R²", metrics => metrics.RSquared);
        yield return Line("Spearman's rank correlation", metrics => metrics.Spearman);
        yield return Line("share of true values inside the 90 % interval", metrics => metrics.Coverage);
        if (comparison.First.Auc is not null) yield return ("area under the ROC curve", Number(comparison.First.Auc), Number(comparison.Second.Auc));
        int best = comparison.First.Top.Keys.Max();
        foreach (int k in comparison.First.Top.Keys)
            yield return (string.Create(CultureInfo.InvariantCulture, $"of the {k} highest, among the {best} truly highest"), Number(comparison.First.Top[k]), Number(comparison.Second.Top[k]));
    }

    private static Table Start(Terminal terminal, ModelComparison comparison, string title)
    {
        Table table = terminal.CreateTable();
        table.AddColumn($"[bold]{Markup.Escape(title)}[/]");
        foreach (string model in new[] { comparison.First.Model, comparison.Second.Model }) table.AddColumn(new TableColumn(Markup.Escape(model)).RightAligned());
        return table;
    }

    private static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "–";
}
