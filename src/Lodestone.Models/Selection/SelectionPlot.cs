using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Models.Selection;

/// <summary>The error of a search against the number of columns.</summary>
public static class SelectionPlot
{
    private const int Width = 800, Height = 500;

    /// <summary>Writes a plot: every subset tried, the smallest error of each size, and the best subset.</summary>
    /// <param name="path">An SVG file.</param>
    /// <param name="state">The search.</param>
    /// <param name="errorName">What the error is, with its unit: <c>MAE of magnetization / µB/Å³</c>.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void WriteSvg(string path, SelectionState state, string errorName)
    {
        using var plot = new Plot();
        plot.XLabel("descriptors");
        plot.YLabel(errorName);
        Add(plot, state.Steps.Select(step => (step.Size, step.Error)), "subsets tried", line: false, size: 4, Colors.LightGray);
        Add(plot, state.Steps.GroupBy(step => step.Size).OrderBy(group => group.Key).Select(group => (group.Key, group.Min(step => step.Error))), "best of a size", line: true, size: 5, Colors.C0);
        Add(plot, [(state.Best.Length, state.BestError)], "best", line: false, size: 12, Colors.C3);
        plot.ShowLegend();
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(System.Text.Encoding.UTF8.GetBytes(plot.GetSvgXml(Width, Height)));
        file.Commit();
    }

    private static void Add(Plot plot, IEnumerable<(int Size, double Error)> points, string name, bool line, float size, Color color)
    {
        (int Size, double Error)[] all = [.. points];
        var scatter = plot.Add.Scatter(all.Select(point => (double)point.Size).ToArray(), all.Select(point => point.Error).ToArray(), color);
        scatter.LegendText = name;
        scatter.LineWidth = line ? 1 : 0;
        scatter.MarkerSize = size;
    }
}
