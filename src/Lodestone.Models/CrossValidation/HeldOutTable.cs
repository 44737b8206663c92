using Lodestone.Data;
using Lodestone.Data.Tables;
using Lodestone.Matter;

namespace Lodestone.Models.CrossValidation;

/// <summary>Predictions of held-out rows as a table, one row a material and target; numbers read back as they were written.</summary>
internal static class HeldOutTable
{
    private static readonly TableColumn[] Columns =
    [
        TableColumn.Number("row"), TableColumn.Text("id"), TableColumn.Text("formula"), TableColumn.Number("fold"), TableColumn.Text("property"),
        TableColumn.Number("target"), TableColumn.Number("prediction"), TableColumn.Number("std"), TableColumn.Number("lo"), TableColumn.Number("hi"),
        TableColumn.Text("message"),
    ];

    /// <summary>Writes the table, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<HeldOutEstimate> rows)
    {
        using TableWriter table = TableWriter.Create(path, Columns);
        foreach (HeldOutEstimate row in rows)
            table.Write(row.Row, row.Id, row.Formula, row.Fold, row.Target, row.Truth, row.Prediction, row.Deviation, row.Low, row.High, row.Message);
        table.Commit();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InputException">It is no such table.</exception>
    public static IReadOnlyList<HeldOutEstimate> Read(string path) =>
        [.. MaterialSource.Open(path).Read().Select(reading => Parse(reading.Material) ?? throw new InputException($"{path} is no table of predictions: {reading.Id} lacks a row, a fold or a property."))];

    private static HeldOutEstimate? Parse(Material? material) =>
        material?.Number("row") is { } row && material.Number("fold") is { } fold && material.Properties.TryGetValue("property", out string? target)
            ? new HeldOutEstimate((int)row, material.Id, material.Properties["formula"], (int)fold, target)
            {
                Truth = material.Number("target"),
                Prediction = material.Number("prediction"),
                Deviation = material.Number("std"),
                Low = material.Number("lo"),
                High = material.Number("hi"),
                Message = material.Properties.GetValueOrDefault("message"),
            }
            : null;
}
