using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Models.CrossValidation;
using Spectre.Console;

namespace Lodestone.App.Evaluation;

/// <summary>The difference between two cross-validations as a table for people.</summary>
public static class ComparisonTable
{
    /// <summary>Writes a row for each measure and kind of test.</summary>
    public static void Write(Terminal terminal, string first, string second, IReadOnlyList<RunComparison> comparisons)
    {
        Table table = terminal.CreateTable();
        foreach (string name in new[] { "target", "measure", first, second, "difference", "95 % interval", "p", "of" })
            table.AddColumn(Markup.Escape(name));
        foreach (RunComparison comparison in comparisons)
        {
            var (by, rows) = (comparison.ByFold, comparison.ByRow);
            AddRow(table, comparison, by.Mean, by.Low, by.High, by.PValue, $"{by.Folds} folds");
            if (rows is not null) AddRow(table, comparison, rows.Mean, rows.Low, rows.High, rows.PValue, $"{rows.Rows} rows");
        }
        terminal.Tables.Write(table);
    }

    private static void AddRow(Table table, RunComparison comparison, double difference, double low, double high, double p, string of)
    {
        string[] cells =
        [
            comparison.Target, comparison.Measure, Number(comparison.First), Number(comparison.Second), Number(difference),
            $"[{Number(low)}, {Number(high)}]", p.ToString("G2", CultureInfo.InvariantCulture), of,
        ];
        table.AddRow([.. cells.Select(Markup.Escape)]);
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
