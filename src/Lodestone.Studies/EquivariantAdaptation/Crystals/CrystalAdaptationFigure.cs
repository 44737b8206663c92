using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>The errors of all models as bars, with their deviations over the seeds.</summary>
public static class CrystalAdaptationFigure
{
    private const int Width = 860, Height = 430, LabelSize = 14;
    private const double BarWidth = 0.26;

    /// <summary>Writes the figure.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="results">Results of any number of seeds.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<CrystalAdaptationResult> results)
    {
        using var plot = new Plot();
        var variants = results.GroupBy(result => result.Variant).ToArray();
        Add(plot, variants, -1, "as they lie", Colors.C2, result => result.Lying.MeanAbsoluteError);
        Add(plot, variants, 0, "turned", Colors.C0, result => result.Turned.MeanAbsoluteError);
        Add(plot, variants, 1, "described anew", Colors.C1, result => result.DescribedAnew.MeanAbsoluteError);
        plot.YLabel("mean absolute error on test crystals, eV/atom");
        (plot.Axes.Left.Label.Bold, plot.Axes.Left.Label.FontSize) = (false, LabelSize);
        plot.Axes.Bottom.SetTicks([.. variants.Select((_, i) => (double)i)], [.. variants.Select(variant => variant.Key.Replace(", ", "\n", StringComparison.Ordinal))]);
        plot.Axes.Margins(bottom: 0, top: 0.25);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(plot.GetImage(Width, Height).GetImageBytes());
        file.Commit();
    }

    private static void Add(
        Plot plot, IEnumerable<IGrouping<string, CrystalAdaptationResult>> variants, int place, string name, Color color, Func<CrystalAdaptationResult, double?> error)
    {
        Bar[] bars = [.. variants.Select((variant, i) =>
        {
            var (mean, deviation) = AdaptationSummary.Of([.. variant.Select(error).OfType<double>()]);
            return new Bar { Position = i + place * BarWidth, Value = mean, Error = deviation, FillColor = color, LineWidth = 1, Size = BarWidth };
        })];
        plot.Add.Bars(bars).LegendText = name;
    }
}
