using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Learning;
using Spectre.Console;

namespace Lodestone.App.Screening;

/// <summary>The first rows of a ranking as a table for the terminal. Where that is too narrow, intervals stand below their numbers and ids below their
/// formulas, and what then finds no room is left out and named below the table.</summary>
public sealed class RankingTable
{
    /// <summary>What blanks and border of a column take in a table with a border.</summary>
    private const int Beside = 3;

    // Which columns are kept first where there is no room for all.
    private const int Goal = 1, Order = 2, Others = 3, Repeated = 4;

    private readonly Terminal _terminal;
    private readonly ScreenResult _result;
    private readonly PredictedRow[] _rows;
    private readonly OrderColumn? _order;
    private readonly bool _stacked;

    private RankingTable(Terminal terminal, ScreenResult result, int rows, bool stacked)
    {
        _terminal = terminal;
        _result = result;
        _rows = [.. result.Ranking.Take(rows)];
        _order = OrderColumn.Of(result);
        _stacked = stacked;
    }

    private int Room => _terminal.Tables.Profile.Width;

    private string Gap => _terminal.ResultsAreSeen ? "\n" : ", ";

    /// <summary>Writes the table.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The ranking.</param>
    /// <param name="rows">How many rows.</param>
    public static void Write(Terminal terminal, ScreenResult result, int rows)
    {
        var table = new RankingTable(terminal, result, rows, stacked: false);
        RankingColumn[] columns = [.. table.Columns()];
        if (terminal.ResultsAreSeen && columns.Sum(column => column.Width + Beside) + 1 > table.Room)
        {
            table = new RankingTable(terminal, result, rows, stacked: true);
            columns = [.. table.Columns()];
        }

        table.Write(columns);
    }

    private void Write(RankingColumn[] columns)
    {
        RankingColumn[] shown = _stacked ? Fitting(columns) : columns;
        Table table = _terminal.CreateTable();
        if (_stacked) table.MinimalBorder();
        foreach (RankingColumn column in shown)
        {
            var heading = new TableColumn(column.Header) { NoWrap = true };
            if (column == columns[0]) heading.RightAligned();
            table.AddColumn(_stacked ? heading.PadLeft(0).PadRight(0) : heading);
        }

        for (int i = 0; i < _rows.Length; i++)
            table.AddRow([.. shown.Select(column => column.Cells[i])]);
        _terminal.Tables.Write(table);
        if (_order is not null) _terminal.Tables.WriteLine(_order.Note);
        if (shown.Length < columns.Length)
            _terminal.Tables.WriteLine($"Left out for want of width: {string.Join("; ", columns.Except(shown).Select(column => column.Title))}. ranking.csv has every column.");
    }

    private RankingColumn[] Fitting(RankingColumn[] columns)
    {
        int used = 1;
        var fitting = new HashSet<RankingColumn>();
        foreach (RankingColumn column in columns.OrderBy(column => column.Rank))
        {
            if (column.Rank > 0 && used + column.Width + 1 > Room) continue;
            used += column.Width + 1;
            fitting.Add(column);
        }

        return [.. columns.Where(fitting.Contains)];
    }

    private IEnumerable<RankingColumn> Columns()
    {
        yield return new RankingColumn("rank", "[bold]rank[/]", [.. _rows.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]);
        if (_stacked)
        {
            yield return Named("material", row => row.Id == row.Formula ? Formula(row) : $"{Formula(row)}\n[grey]{Markup.Escape(row.Id)}[/]");
        }
        else
        {
            yield return Named("id", row => Markup.Escape(row.Id));
            yield return Named("formula", Formula);
        }

        for (int i = 0; i < _result.Quantities.Length; i++)
            if (_order?.Holds(i) != true) yield return Numbers(i);
        if (_order is not null)
            yield return new RankingColumn(
                OrderColumn.Title, OrderColumn.Header(Gap), [.. _rows.Select(row => _order.Cell(row, _terminal.ResultsAreSeen ? "\n" : " ", abbreviate: _stacked))], Order);
    }

    private RankingColumn Named(string title, Func<PredictedRow, string> cell) => new(title, $"[bold]{title}[/]", [.. _rows.Select(cell)]);

    private RankingColumn Numbers(int i)
    {
        bool goal = i == _result.Goal.Quantity;
        Quantity quantity = _result.Quantities[i];
        string[] cells = [.. _rows.Select(row => row.Estimates[i] is { } estimate ? Number(quantity, estimate, goal) : "–")];
        string title = _stacked ? RankingColumn.Wrap(quantity.Title, RankingColumn.WidthOf(cells)) : quantity.Title;
        string header = $"[bold{(goal ? " underline" : "")}]{Markup.Escape(title)}[/]";
        int rank = goal ? Goal : quantity.Title == _result.Quantities[_result.Goal.Quantity].Title ? Repeated : Others;
        return quantity.Unit.Length > 0
            ? new RankingColumn($"{quantity.Title}, {quantity.Unit}", $"{header}[grey]{Gap}{Markup.Escape(quantity.Unit)}[/]", cells, rank)
            : new RankingColumn(quantity.Title, header, cells, rank);
    }

    private static string Formula(PredictedRow row) => $"[bold]{Markup.Escape(row.Formula)}[/]";

    private string Number(Quantity quantity, Estimate estimate, bool goal)
    {
        string mean = quantity.Format(estimate.Mean);
        return (goal ? $"[bold blue]{mean}[/]" : mean) + Range(quantity, estimate);
    }

    private string Range(Quantity quantity, Estimate estimate)
    {
        if (estimate.Interval is not { } interval) return "";
        (string low, string high) = (quantity.Format(interval.Low), quantity.Format(interval.High));
        return _stacked ? $"\n[grey]{low}…{high}[/]" : $" [grey]{Markup.Escape($"[{low}, {high}]")}[/]";
    }
}
