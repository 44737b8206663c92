using System.Collections.Immutable;
using Lodestone.Data.Tables;

namespace Lodestone.App.Screening;

/// <summary>The columns of a table of predictions: <c>id, formula, source, status, message</c>, then <c>T, T_std, T_lo, T_hi</c> for each quantity. Before the
/// probabilities of the words of a column stands, under its name, the most probable word.</summary>
/// <param name="quantities">The quantities.</param>
public sealed class PredictionColumns(ImmutableArray<Quantity> quantities)
{
    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns { get; } =
    [
        .. new[] { "id", "formula", "source", "status", "message" }.Select(TableColumn.Text),
        .. quantities.SelectMany((quantity, i) => Word(quantities, i).Concat(new[] { "", "_std", "_lo", "_hi" }.Select(ending => TableColumn.Number(quantity.Name + ending)))),
    ];

    /// <summary>The cells of a row, one a column. A failed row has its reason in <c>message</c> and no numbers; a row that the reader had to
    /// repair says so there. A model that knows no deviation leaves <c>T_std</c> empty.</summary>
    public Cell[] Cells(PredictedRow row)
    {
        string message = row.Failure ?? string.Join(' ', row.Warnings);
        List<Cell> cells = [row.Id, row.Formula, row.Source, row.Succeeded ? "ok" : "failed", message];
        for (int i = 0; i < row.Estimates.Length; i++)
        {
            if (BeginsWords(quantities, i)) cells.Add(MostProbable(row, i));
            cells.AddRange(row.Estimates[i] is { } estimate
                ? [estimate.Mean, estimate.Deviation > 0 ? estimate.Deviation : Cell.Missing, estimate.Interval?.Low, estimate.Interval?.High]
                : [Cell.Missing, Cell.Missing, Cell.Missing, Cell.Missing]);
        }

        cells.AddRange(Enumerable.Repeat(Cell.Missing, Columns.Length - cells.Count));
        return [.. cells];
    }

    private static IEnumerable<TableColumn> Word(ImmutableArray<Quantity> quantities, int i) => BeginsWords(quantities, i) ? [TableColumn.Text(quantities[i].WordsOf!)] : [];

    private static bool BeginsWords(ImmutableArray<Quantity> quantities, int i) =>
        quantities[i].WordsOf is { } column && (i == 0 || quantities[i - 1].WordsOf != column);

    private Cell MostProbable(PredictedRow row, int first)
    {
        var words = quantities.Index().Where(word => word.Item.WordsOf == quantities[first].WordsOf && row.Estimates[word.Index] is not null).ToArray();
        return words.Length > 0 ? words.MaxBy(word => row.Estimates[word.Index]!.Value.Mean).Item.Word : Cell.Missing;
    }
}
