using System.Text;
using System.Text.RegularExpressions;
using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Models.Selection;

/// <summary>The error of a search against the number of descriptors.</summary>
public static partial class SelectionPlot
{
    private const int Width = 800, Height = 500, AxisWidth = 90, LabelSize = 14;

    /// <summary>Writes a plot: every subset tried, the most important of the best subset, the best subset itself, and all descriptors.</summary>
    /// <param name="path">An SVG file.</param>
    /// <param name="state">The search.</param>
    /// <param name="bySize">The error of the most important descriptors alone, by their number.</param>
    /// <param name="all">The error of all descriptors.</param>
    /// <param name="errorName">What the error is, with its unit: <c>MAE of magnetization, µB/Å³</c>.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void WriteSvg(string path, SelectionState state, IReadOnlyList<SizedError> bySize, SizedError all, string errorName)
    {
        using var plot = new Plot();
        plot.XLabel("number of descriptors");
        plot.YLabel(errorName);
        Add(plot, [.. state.Steps.Select(step => new SizedError(step.Size, step.Error))], "subsets tried", line: false, size: 4, Colors.LightGray);
        Add(plot, bySize, "the most important of the selected", line: true, size: 6, Colors.C0);
        Add(plot, [new SizedError(state.Best.Length, state.BestError)], "selected", line: false, size: 12, Colors.C3);
        Add(plot, [all], "all", line: false, size: 12, Colors.C2);
        plot.Axes.Left.MinimumSize = AxisWidth;
        foreach (IAxis axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom }) (axis.Label.Bold, axis.Label.FontSize) = (false, LabelSize);
        plot.Axes.SetLimitsX(0, all.Size + 5);
        plot.ShowLegend(Alignment.UpperRight);
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(Renumber(plot.GetSvgXml(Width, Height))));
        file.Commit();
    }

    /// <summary>Clip paths are numbered through all plots of a process; here from 0, so that equal plots are equal texts.</summary>
    private static string Renumber(string svg)
    {
        var names = new Dictionary<string, string>();
        return ClipPath().Replace(svg, match =>
        {
            if (!names.TryGetValue(match.Value, out string? name)) names.Add(match.Value, name = FormattableString.Invariant($"clip{names.Count}"));
            return name;
        });
    }

    [GeneratedRegex(@"(?<=id=""|url\(#)cl_[0-9a-f]+")]
    private static partial Regex ClipPath();

    private static void Add(Plot plot, IReadOnlyList<SizedError> points, string name, bool line, float size, Color color)
    {
        var scatter = plot.Add.Scatter(points.Select(point => (double)point.Size).ToArray(), points.Select(point => point.Error).ToArray(), color);
        scatter.LegendText = name;
        scatter.LineWidth = line ? 1 : 0;
        scatter.MarkerSize = size;
    }
}
