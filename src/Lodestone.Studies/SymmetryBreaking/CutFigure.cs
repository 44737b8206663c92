using Lodestone.Studies.Figures;
using ScottPlot;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>The expected cut over the largest, a group of bars for each graph.</summary>
internal static class CutFigure
{
    private const double HalfLimit = 0.42;

    public static Plot Draw(IReadOnlyList<(SymmetryTask Task, IReadOnlyList<(double Mean, double Deviation)> Scores)> rows)
    {
        Plot plot = BarChart.Draw(
            "expected cut over the largest cut", [.. rows.Select(row => row.Task.Name)],
            [.. Enum.GetValues<SymmetryModel>().Select(model => new MeasuredBars(model.Label, model.Color, rows.Select(row => row.Scores[(int)model])))]);
        for (int i = 0; i < rows.Count; i++)
        {
            var limit = plot.Add.Line(i - HalfLimit, rows[i].Task.EquivariantLimit, i + HalfLimit, rows[i].Task.EquivariantLimit);
            (limit.LineColor, limit.LinePattern) = (Colors.Black, LinePattern.Dashed);
            if (i == 0) limit.LegendText = "limit of equivariance";
        }
        return plot;
    }
}
