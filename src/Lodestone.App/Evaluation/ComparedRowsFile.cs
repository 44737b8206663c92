using Lodestone.Data.Tables;

namespace Lodestone.App.Evaluation;

/// <summary>What two models say of each material, as a file.</summary>
public static class ComparedRowsFile
{
    /// <summary>Writes one row a material.</summary>
    /// <param name="path">The table.</param>
    /// <param name="comparison">The comparison.</param>
    /// <exception cref="Matter.InputException">The place cannot be written.</exception>
    public static void Write(string path, ModelComparison comparison)
    {
        using TableWriter table = TableWriter.Create(
            path,
            [
                TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Text("classes"), TableColumn.Number(comparison.Target), TableColumn.Number("first"),
                TableColumn.Number("second"), TableColumn.Number("first_error"), TableColumn.Number("second_error"), TableColumn.Number("disagreement"),
            ]);
        foreach (ComparedRow row in comparison.Rows)
        {
            table.Write(
                row.Id, row.Formula, string.Join(' ', row.Classes), row.Truth, row.First.Mean, row.Second.Mean, row.FirstError, row.SecondError, row.Disagreement);
        }
        table.Commit();
    }
}
