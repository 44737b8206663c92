using Lodestone.Studies.Figures;
using ScottPlot;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>The strain without stress against temperature.</summary>
internal static class PhaseFigure
{
    private const int Temperatures = 41;

    public static Plot Draw(Func<SymmetryModel, Func<Tensor, Tensor>> predictor)
    {
        double[] temperatures = [.. Enumerable.Range(0, Temperatures).Select(i => 2 * i / (Temperatures - 1.0) - 1)];
        Plot plot = Figure.Create("strain e₁ without stress", "temperature above the transition");
        foreach (int sign in new[] { 1, -1 })
        {
            var exact = plot.Add.ScatterLine(temperatures, temperatures.Select(t => sign * PhaseTransition.OrderParameter(t)).ToArray(), Colors.Gray);
            exact.LinePattern = LinePattern.Dashed;
            if (sign > 0) exact.LegendText = "ground states";
        }
        foreach (SymmetryModel model in new[] { SymmetryModel.Noise, SymmetryModel.Equivariant, SymmetryModel.Relaxed })
        {
            var points = plot.Add.Scatter(temperatures, PhaseTransition.OrderParameters(predictor(model), temperatures), model.Color);
            points.LegendText = model.Label;
            points.LineWidth = model == SymmetryModel.Noise ? 0 : 1.5f;
            points.MarkerSize = 5;
        }
        plot.ShowLegend(Alignment.UpperRight);
        return plot;
    }
}
