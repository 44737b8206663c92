using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning;
using Spectre.Console;

namespace Lodestone.App.Screening;

/// <summary>The first rows of a ranking as a table for the terminal.</summary>
public static class RankingTable
{
    /// <summary>Narrower than this, a terminal gets intervals below their numbers and no files.</summary>
    private const int Roomy = 120;

    /// <summary>Writes the table.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The ranking.</param>
    /// <param name="rows">How many rows.</param>
    public static void Write(Terminal terminal, ScreenResult result, int rows)
    {
        bool seen = terminal.ResultsAreSeen;
        bool stacked = seen && terminal.Tables.Profile.Width < Roomy;
        var table = new Table { Border = seen ? TableBorder.Rounded : TableBorder.None, BorderStyle = new Style(Color.Grey) };
        table.AddColumn(new TableColumn("[bold]rank[/]").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("[bold]id[/]"));
        table.AddColumn(new TableColumn("[bold]formula[/]"));
        for (int i = 0; i < result.Quantities.Length; i++)
            table.AddColumn(Header(result.Quantities[i], i == result.Goal.Quantity, stacked || seen));

        for (int rank = 0; rank < Math.Min(rows, result.Ranking.Length); rank++)
        {
            PredictedRow row = result.Ranking[rank];
            var cells = new List<string> { (rank + 1).ToString(CultureInfo.InvariantCulture), Markup.Escape(row.Id), $"[bold]{Markup.Escape(row.Formula)}[/]" };
            for (int i = 0; i < result.Quantities.Length; i++)
                cells.Add(Cell(result.Quantities[i], row.Estimates[i], i == result.Goal.Quantity, stacked));
            table.AddRow([.. cells]);
        }
        terminal.Tables.Write(table);
    }

    private static TableColumn Header(Quantity quantity, bool ranked, bool stacked)
    {
        string title = ranked ? $"[bold underline]{Markup.Escape(quantity.Title)}[/]" : $"[bold]{Markup.Escape(quantity.Title)}[/]";
        string unit = quantity.Unit.Length > 0 ? $"[grey]{(stacked ? "\n" : ", ")}{Markup.Escape(quantity.Unit)}[/]" : "";
        return new TableColumn(title + unit);
    }

    private static string Cell(Quantity quantity, Estimate estimate, bool ranked, bool stacked)
    {
        string mean = quantity.Format(estimate.Mean);
        if (ranked) mean = $"[bold blue]{mean}[/]";
        if (estimate.Interval is not { } interval) return mean;
        return $"{mean}{(stacked ? "\n" : " ")}[grey]{Markup.Escape($"[{quantity.Format(interval.Low)}, {quantity.Format(interval.High)}]")}[/]";
    }
}
