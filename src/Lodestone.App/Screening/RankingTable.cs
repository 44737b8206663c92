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

    /// <summary>What the column of the magnetic order needs beside that.</summary>
    private const int RoomForOrder = 40;

    private readonly Terminal _terminal;
    private readonly ScreenResult _result;
    private readonly OrderColumn? _order;
    private readonly bool _narrow;

    private RankingTable(Terminal terminal, ScreenResult result)
    {
        _terminal = terminal;
        _result = result;
        _order = OrderColumn.Of(result);
        _narrow = terminal.ResultsAreSeen && terminal.Tables.Profile.Width < Roomy + (_order is null ? 0 : RoomForOrder);
    }

    /// <summary>Writes the table.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The ranking.</param>
    /// <param name="rows">How many rows.</param>
    public static void Write(Terminal terminal, ScreenResult result, int rows) => new RankingTable(terminal, result).Write(rows);

    /// <summary>The quantities with a column of their own.</summary>
    private IEnumerable<int> Shown => Enumerable.Range(0, _result.Quantities.Length).Where(i => _order is null || !_order.Holds(i));

    private void Write(int rows)
    {
        Table table = _terminal.CreateTable();
        table.AddColumn(Column("[bold]rank[/]").RightAligned());
        foreach (string title in _narrow ? new[] { "material" } : ["id", "formula"])
            table.AddColumn(Column($"[bold]{title}[/]"));
        foreach (int i in Shown)
            table.AddColumn(Column(Header(i)).NoWrap());
        if (_order is not null) table.AddColumn(Column(OrderColumn.Header(_terminal.ResultsAreSeen ? "\n" : ", ")).NoWrap());
        if (_narrow) table.MinimalBorder();
        for (int i = 0; i < Math.Min(rows, _result.Ranking.Length); i++)
            table.AddRow([(i + 1).ToString(CultureInfo.InvariantCulture), .. Names(_result.Ranking[i]), .. Numbers(_result.Ranking[i]), .. Order(_result.Ranking[i])]);
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

    private IEnumerable<string> Numbers(PredictedRow row) => Shown.Select(i =>
    {
        if (row.Estimates[i] is not { } estimate) return "–";
        Quantity quantity = _result.Quantities[i];
        string mean = quantity.Format(estimate.Mean);
        return (i == _result.Goal.Quantity ? $"[bold blue]{mean}[/]" : mean) + Range(quantity, estimate);
    });

    private string[] Order(PredictedRow row) =>
        _order is null ? [] : [_order.Cell(row, _terminal.ResultsAreSeen ? "\n" : " ", abbreviate: _narrow)];

    private string Range(Quantity quantity, Estimate estimate)
    {
        if (estimate.Interval is not { } interval) return "";
        (string low, string high) = (quantity.Format(interval.Low), quantity.Format(interval.High));
        return _narrow ? $"\n[grey]{low}…{high}[/]" : $" [grey]{Markup.Escape($"[{low}, {high}]")}[/]";
    }
}
