using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning;
using Spectre.Console;

namespace Lodestone.App.Screening;

/// <summary>The first rows of a ranking as a table for the terminal.</summary>
public sealed class RankingTable
{
    /// <summary>A terminal narrower than this gets intervals below their numbers, and ids below their formulas.</summary>
    private const int Roomy = 120;

    private readonly Terminal _terminal;
    private readonly ScreenResult _result;
    private readonly bool _narrow;

    private RankingTable(Terminal terminal, ScreenResult result)
    {
        _terminal = terminal;
        _result = result;
        _narrow = terminal.ResultsAreSeen && terminal.Tables.Profile.Width < Roomy;
    }

    /// <summary>Writes the table.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The ranking.</param>
    /// <param name="rows">How many rows.</param>
    public static void Write(Terminal terminal, ScreenResult result, int rows) => new RankingTable(terminal, result).Write(rows);

    private void Write(int rows)
    {
        Table table = _terminal.CreateTable();
        table.AddColumn(Column("[bold]rank[/]").RightAligned());
        foreach (string title in _narrow ? new[] { "material" } : ["id", "formula"])
            table.AddColumn(Column($"[bold]{title}[/]"));
        for (int i = 0; i < _result.Quantities.Length; i++)
            table.AddColumn(Column(Header(i)).NoWrap());
        if (_narrow) table.MinimalBorder();
        for (int i = 0; i < Math.Min(rows, _result.Ranking.Length); i++)
            table.AddRow([(i + 1).ToString(CultureInfo.InvariantCulture), .. Names(_result.Ranking[i]), .. Numbers(_result.Ranking[i])]);
        _terminal.Tables.Write(table);
    }

    private TableColumn Column(string title)
    {
        var column = new TableColumn(title);
        return _narrow ? column.PadLeft(0).PadRight(0) : column;
    }

    private string Header(int i)
    {
        Quantity quantity = _result.Quantities[i];
        string title = $"[bold{(i == _result.Goal.Quantity ? " underline" : "")}]{Markup.Escape(quantity.Title)}[/]";
        string gap = _terminal.ResultsAreSeen ? "\n" : ", ";
        return quantity.Unit.Length > 0 ? $"{title}[grey]{gap}{Markup.Escape(quantity.Unit)}[/]" : title;
    }

    private string[] Names(PredictedRow row)
    {
        string formula = $"[bold]{Markup.Escape(row.Formula)}[/]";
        string id = Markup.Escape(row.Id);
        if (!_narrow) return [id, formula];
        return [row.Id == row.Formula ? formula : $"{formula}\n[grey]{id}[/]"];
    }

    private IEnumerable<string> Numbers(PredictedRow row) => row.Estimates.Select((estimate, i) =>
    {
        Quantity quantity = _result.Quantities[i];
        string mean = quantity.Format(estimate.Mean);
        return (i == _result.Goal.Quantity ? $"[bold blue]{mean}[/]" : mean) + Range(quantity, estimate);
    });

    private string Range(Quantity quantity, Estimate estimate)
    {
        if (estimate.Interval is not { } interval) return "";
        (string low, string high) = (quantity.Format(interval.Low), quantity.Format(interval.High));
        return _narrow ? $"\n[grey]{low}…{high}[/]" : $" [grey]{Markup.Escape($"[{low}, {high}]")}[/]";
    }
}
