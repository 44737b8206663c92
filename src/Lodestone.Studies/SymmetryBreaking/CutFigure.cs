using ScottPlot;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>The expected cut over the largest, a group of bars for each graph.</summary>
internal static class CutFigure
{
    private const double BarWidth = 0.25;

    public static Plot Draw(IReadOnlyList<(SymmetryTask Task, IReadOnlyList<(double Mean, double Deviation)> Scores)> rows)
    {
        Plot plot = Figure.Create("graph", "expected cut over the largest cut");
        foreach (SymmetryModel model in Enum.GetValues<SymmetryModel>())
        {
            var bars = plot.Add.Bars(rows.Select((row, i) => new Bar
            {
                Position = i + BarWidth * ((int)model - 1),
                Value = row.Scores[(int)model].Mean,
                Error = row.Scores[(int)model].Deviation,
                FillColor = Figure.Color(model),
                LineWidth = 1,
                Size = BarWidth,
            }).ToArray());
            bars.LegendText = Figure.Label(model);
        }
        for (int i = 0; i < rows.Count; i++)
        {
            var limit = plot.Add.Line(i - 1.6 * BarWidth, rows[i].Task.EquivariantLimit, i + 1.6 * BarWidth, rows[i].Task.EquivariantLimit);
            (limit.LineColor, limit.LinePattern) = (Colors.Black, LinePattern.Dashed);
            if (i == 0) limit.LegendText = "limit of equivariance";
        }
        plot.Axes.Bottom.SetTicks([.. rows.Select((_, i) => (double)i)], [.. rows.Select(row => row.Task.Name)]);
        plot.Axes.SetLimitsY(0, 1.4);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        return plot;
    }
}
