using Lodestone.Matter;
using ScottPlot;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>The errors of all variants as bars, with their deviations over the seeds.</summary>
public static class MoleculeAdaptationFigure
{
    private const int Width = 860, Height = 430, LabelSize = 14;
    private const double BarWidth = 0.38;

    /// <summary>Writes the figure.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="results">Results of any number of seeds.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<MoleculeAdaptationResult> results)
    {
        using var plot = new Plot();
        var variants = results.GroupBy(result => result.Variant).ToArray();
        Add(plot, variants, -0.5, "as they lie", Colors.C2, result => result.Lying);
        Add(plot, variants, 0.5, "turned", Colors.C0, result => result.Turned);
        plot.YLabel("mean absolute error on test molecules, kcal/mol");
        (plot.Axes.Left.Label.Bold, plot.Axes.Left.Label.FontSize) = (false, LabelSize);
        plot.Axes.Bottom.SetTicks([.. variants.Select((_, i) => (double)i)], [.. variants.Select(variant => Name(variant.Key))]);
        plot.Axes.Margins(bottom: 0, top: 0.15);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        using AtomicFile file = AtomicFile.Create(path);
        file.Stream.Write(plot.GetImage(Width, Height).GetImageBytes());
        file.Commit();
    }

    private static string Name(MoleculeVariant variant) => variant switch
    {
        MoleculeVariant.Plain => "as pretrained",
        MoleculeVariant.Augmentation => "tuned with\naugmentation",
        MoleculeVariant.Rule => "frozen, by\nprincipal axes",
        MoleculeVariant.Untrained => "frozen behind an\nuntrained\ncanonicalizer",
        MoleculeVariant.NoPrior => "tuned with a\ncanonicalizer,\nno prior",
        MoleculeVariant.Prior => "tuned with a\ncanonicalizer\nand prior",
        _ => "frozen behind a\ncanonicalizer\nwith prior",
    };

    private static void Add(
        Plot plot, IEnumerable<IGrouping<MoleculeVariant, MoleculeAdaptationResult>> variants, double place, string name, Color color, Func<MoleculeAdaptationResult, double> error)
    {
        Bar[] bars = [.. variants.Select((variant, i) =>
        {
            var (mean, deviation) = AdaptationSummary.Of([.. variant.Select(error)]);
            return new Bar { Position = i + place * BarWidth, Value = mean, Error = deviation, FillColor = color, LineWidth = 1, Size = BarWidth };
        })];
        plot.Add.Bars(bars).LegendText = name;
    }
}
