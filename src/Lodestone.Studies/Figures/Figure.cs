using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Studies.Figures;

/// <summary>What the figures of all studies have in common.</summary>
internal static class Figure
{
    private const int Height = 430, LabelSize = 14;

    /// <summary>An empty plot.</summary>
    /// <param name="y">What stands on the vertical axis.</param>
    /// <param name="x">What stands on the horizontal one; nothing where its ticks say enough.</param>
    public static Plot Create(string y, string x = "")
    {
        var plot = new Plot();
        plot.XLabel(x);
        plot.YLabel(y);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom }) (axis.Label.Bold, axis.Label.FontSize) = (false, LabelSize);
        return plot;
    }

    /// <summary>Writes a PNG file.</summary>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, Plot plot, int width = 720)
    {
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(plot.GetImage(width, Height).GetImageBytes());
        file.Commit();
    }
}
