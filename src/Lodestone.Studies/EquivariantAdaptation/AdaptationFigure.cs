using Lodestone.Matter;
using Lodestone.Studies.Figures;
using ScottPlot;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>The accuracies of all variants as bars, with their deviations over the seeds.</summary>
public static class AdaptationFigure
{
    /// <summary>Width of the figures of adaptation, which have many groups, in pixels.</summary>
    internal const int Width = 860;

    /// <summary>Writes the figure.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="results">Results of any number of seeds.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<AdaptationResult> results)
    {
        var variants = results.GroupBy(result => result.Variant).ToArray();
        MeasuredBars Bars(string name, Color color, Func<AdaptationResult, double> accuracy) =>
            new(name, color, variants.Select(variant => AdaptationSummary.Of([.. variant.Select(accuracy)])));

        using Plot plot = BarChart.Draw(
            "accuracy on test digits", [.. variants.Select(variant => Wrap(variant.Key))],
            Bars("upright", Colors.C2, result => result.Upright),
            Bars("quarter turns", Colors.C0, result => result.QuarterTurns),
            Bars("any angle", Colors.C1, result => result.AnyAngle));
        Figure.Write(path, plot, Width);
    }

    /// <summary>The name of a variant on two lines.</summary>
    internal static string Wrap(string variant) => variant.Replace(", ", "\n", StringComparison.Ordinal);
}
