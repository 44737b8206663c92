using System.Collections.Immutable;
using Lodestone.Data.Tables;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>The columns of a table of predictions: <c>id, formula, source, status, message</c>, then <c>T, T_std, T_lo, T_hi</c> for each quantity.</summary>
/// <param name="quantities">The quantities.</param>
public sealed class PredictionColumns(ImmutableArray<Quantity> quantities)
{
    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns { get; } =
    [
        .. new[] { "id", "formula", "source", "status", "message" }.Select(TableColumn.Text),
        .. quantities.SelectMany(quantity => new[] { "", "_std", "_lo", "_hi" }.Select(ending => TableColumn.Number(quantity.Name + ending))),
    ];

    /// <summary>The cells of a row, one a column. A failed row has its reason in <c>message</c> and no numbers; a row that the reader had to
    /// repair says so there. A model that knows no deviation leaves <c>T_std</c> empty.</summary>
    public Cell[] Cells(PredictedRow row)
    {
        string message = row.Failure ?? string.Join(' ', row.Warnings);
        List<Cell> cells = [row.Id, row.Formula, row.Source, row.Succeeded ? "ok" : "failed", message];
        foreach (Estimate? known in row.Estimates)
            cells.AddRange(known is { } estimate
                ? [estimate.Mean, estimate.Deviation > 0 ? estimate.Deviation : Cell.Missing, estimate.Interval?.Low, estimate.Interval?.High]
                : [Cell.Missing, Cell.Missing, Cell.Missing, Cell.Missing]);
        cells.AddRange(Enumerable.Repeat(Cell.Missing, Columns.Length - cells.Count));
        return [.. cells];
    }
}
