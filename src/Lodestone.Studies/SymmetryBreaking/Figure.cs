using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>What the figures have in common.</summary>
internal static class Figure
{
    private const int Width = 720, Height = 430, LabelSize = 14;

    public static string Label(SymmetryModel model) => model switch
    {
        SymmetryModel.Equivariant => "equivariant",
        SymmetryModel.Noise => "noise",
        _ => "relaxed",
    };

    public static Color Color(SymmetryModel model) => model switch
    {
        SymmetryModel.Equivariant => Colors.C3,
        SymmetryModel.Noise => Colors.C1,
        _ => Colors.C0,
    };

    public static Plot Create(string x, string y)
    {
        var plot = new Plot();
        plot.XLabel(x);
        plot.YLabel(y);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom }) (axis.Label.Bold, axis.Label.FontSize) = (false, LabelSize);
        return plot;
    }

    public static void Write(string path, Plot plot)
    {
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(plot.GetImage(Width, Height).GetImageBytes());
        file.Commit();
    }
}
