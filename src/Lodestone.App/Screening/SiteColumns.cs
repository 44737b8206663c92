using System.Collections.Immutable;
using Lodestone.Data.Tables;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>The columns of a table of predictions of sites, one row a site: those of <see cref="PredictionColumns"/> with <c>site</c>, counted from 1, and
/// <c>element</c> before the quantities. A material that failed has one row.</summary>
/// <param name="quantities">The quantities.</param>
public sealed class SiteColumns(ImmutableArray<Quantity> quantities)
{
    private const int Leading = 5;

    private readonly PredictionColumns _columns = new(quantities);

    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns =>
        [.. _columns.Columns[..Leading], TableColumn.Number("site"), TableColumn.Text("element"), .. _columns.Columns[Leading..]];

    /// <summary>The cells of the rows of a material.</summary>
    public IEnumerable<Cell[]> Rows(PredictedRow row)
    {
        if (!row.Succeeded) yield return WithSite(_columns.Cells(row), Cell.Missing, Cell.Missing);
        for (int site = 0; site < row.Sites.Length; site++)
        {
            Site of = row.Material!.Structure!.Sites[site];
            PredictedRow one = row with { Estimates = [.. row.Sites[site].Select(estimate => (Estimate?)estimate)] };
            yield return WithSite(_columns.Cells(one), site + 1, of.Element.Symbol);
        }
    }

    private static Cell[] WithSite(Cell[] cells, Cell site, Cell element) => [.. cells[..Leading], site, element, .. cells[Leading..]];
}
