using Lodestone.Matter;
using Lodestone.Studies.Figures;
using ScottPlot;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>The errors of all variants as bars, with their deviations over the seeds.</summary>
public static class MoleculeAdaptationFigure
{
    /// <summary>Writes the figure.</summary>
    /// <param name="path">A PNG file.</param>
    /// <param name="results">Results of any number of seeds.</param>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<MoleculeAdaptationResult> results)
    {
        var variants = results.GroupBy(result => result.Variant).ToArray();
        MeasuredBars Bars(string name, Color color, Func<MoleculeAdaptationResult, double> error) =>
            new(name, color, variants.Select(variant => AdaptationSummary.Of([.. variant.Select(error)])));

        using Plot plot = BarChart.Draw(
            "mean absolute error on test molecules, kcal/mol", [.. variants.Select(variant => Name(variant.Key))],
            Bars("as they lie", Colors.C2, result => result.Lying),
            Bars("turned", Colors.C0, result => result.Turned));
        Figure.Write(path, plot, AdaptationFigure.Width);
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
}
