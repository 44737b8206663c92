using ScottPlot;

namespace Lodestone.Studies.Figures;

/// <summary>Bars side by side in groups, with their deviations over the seeds.</summary>
internal static class BarChart
{
    /// <summary>Part of the distance between two groups that the bars of one take.</summary>
    public const double GroupWidth = 0.78;

    /// <summary>A bar chart with a legend; group i stands around x = i.</summary>
    /// <param name="y">What the bars measure.</param>
    /// <param name="groups">Names of the groups.</param>
    /// <param name="series">One bar in each group, from left to right.</param>
    public static Plot Draw(string y, IReadOnlyList<string> groups, params MeasuredBars[] series)
    {
        Plot plot = Figure.Create(y);
        double width = GroupWidth / series.Length;
        for (int s = 0; s < series.Length; s++)
        {
            double shift = (s - (series.Length - 1) / 2.0) * width;
            Bar[] bars = [.. series[s].Values.Select((value, group) => new Bar
            {
                Position = group + shift,
                Value = value.Mean,
                Error = value.Deviation,
                FillColor = series[s].Color,
                LineWidth = 1,
                Size = width,
            })];
            plot.Add.Bars(bars).LegendText = series[s].Name;
        }
        plot.Axes.Bottom.SetTicks([.. groups.Select((_, i) => (double)i)], [.. groups]);
        plot.Axes.Margins(bottom: 0, top: 0.25);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        return plot;
    }
}
