using Lodestone.Data.Tables;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Evaluation;

/// <summary>Truth and prediction of each row, as a file.</summary>
public static class MeasuredRowsFile
{
    private static readonly TableColumn[] Columns =
    [
        TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Text("target"), TableColumn.Number("true"), TableColumn.Number("predicted"),
        TableColumn.Number("std"), TableColumn.Number("lo"), TableColumn.Number("hi"), TableColumn.Number("error"),
    ];

    /// <summary>Writes one row a material, or site, and target.</summary>
    /// <param name="path">The table.</param>
    /// <param name="sets">The rows of each target.</param>
    /// <exception cref="Matter.InputException">The place cannot be written.</exception>
    public static void Write(string path, IEnumerable<MeasuredRows> sets)
    {
        using TableWriter table = TableWriter.Create(path, Columns);
        foreach (MeasuredRows set in sets)
        {
            foreach (MeasuredRow row in set.Rows)
            {
                double truth = set.Target.Target.Truth(row.Truth);
                table.Write(
                    row.Id, row.Formula, set.Target.Target.Name, truth, row.Estimate.Mean, row.Estimate.Deviation, row.Estimate.Interval?.Low, row.Estimate.Interval?.High,
                    row.Estimate.Mean - truth);
            }
        }

        table.Commit();
    }
}
