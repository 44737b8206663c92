using Lodestone.Studies.Figures;
using ScottPlot;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>How well links are decoded against the number of orbits of nodes: 1 is a vertex-transitive graph, 6 one without automorphisms.</summary>
internal static class GraphFigure
{
    public static Plot Draw(GraphDecoding task, Func<SymmetryModel, Func<Tensor, Tensor>> predictor)
    {
        Plot plot = Figure.Create("AUC of links, mean and range over graphs", "orbits of nodes under the automorphisms");
        foreach (SymmetryModel model in Enum.GetValues<SymmetryModel>())
        {
            var groups = task.Measure(predictor(model)).GroupBy(row => row.Graph.NodeOrbits).OrderBy(group => group.Key).ToArray();
            double[] orbits = [.. groups.Select(group => group.Key + 0.1 * ((int)model - 1))];
            double[] means = [.. groups.Select(group => group.Average(row => row.Auc))];
            var line = plot.Add.Scatter(orbits, means, model.Color);
            (line.LegendText, line.LineWidth, line.MarkerSize) = (model.Label, 1.5f, 7);
            for (int i = 0; i < groups.Length; i++)
                plot.Add.Line(orbits[i], groups[i].Min(row => row.Auc), orbits[i], groups[i].Max(row => row.Auc)).LineColor = model.Color;
        }
        plot.Axes.SetLimitsY(0.3, 1.05);
        plot.ShowLegend(Alignment.LowerRight);
        return plot;
    }
}
