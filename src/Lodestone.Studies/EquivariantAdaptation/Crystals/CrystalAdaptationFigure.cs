using Lodestone.Matter;
using Lodestone.Studies.Figures;
using ScottPlot;

namespace Lodestone.Studies.EquivariantAdaptation.Crystals;

/// <summary>The errors of all models as bars, with their deviations over the seeds.</summary>
public static class CrystalAdaptationFigure
{
    /// <summary>Writes the figure.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="results">Results of any number of seeds.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<CrystalAdaptationResult> results)
    {
        var variants = results.GroupBy(result => result.Variant).ToArray();
        MeasuredBars Bars(string name, Color color, Func<CrystalAdaptationResult, double?> error) =>
            new(name, color, variants.Select(variant => AdaptationSummary.Of([.. variant.Select(error).OfType<double>()])));

        using Plot plot = BarChart.Draw(
            "mean absolute error on test crystals, eV/atom", [.. variants.Select(variant => AdaptationFigure.Wrap(variant.Key))],
            Bars("as they lie", Colors.C2, result => result.Lying.MeanAbsoluteError),
            Bars("turned", Colors.C0, result => result.Turned.MeanAbsoluteError),
            Bars("described anew", Colors.C1, result => result.DescribedAnew.MeanAbsoluteError));
        Figure.Write(path, plot, AdaptationFigure.Width);
    }
}
