using Lodestone.Studies.Figures;
using ScottPlot;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>Signals beside each other, and what is decoded from their codes.</summary>
internal static class DecodingFigure
{
    private const int Signals = 4;
    private const int Gap = 3;

    public static Plot Draw(InvariantDecoding task, Func<SymmetryModel, Func<Tensor, Tensor>> predictor)
    {
        Plot plot = Figure.Create("signal", "point of the ring, four signals beside each other");
        foreach (SymmetryModel model in Enum.GetValues<SymmetryModel>())
        {
            var decoded = task.Decode(predictor(model), Signals);
            for (int i = 0; i < Signals; i++)
            {
                if (model == SymmetryModel.Equivariant)
                    Add(plot, i, decoded[i].Signal, Colors.Gray, "signal", 5);
                Add(plot, i, decoded[i].Decoded, model.Color, model.Label, 1.5f);
            }
        }
        plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        plot.Axes.Margins(0.03, 0.2);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        return plot;
    }

    private static void Add(Plot plot, int index, float[] values, Color color, string name, float width)
    {
        double[] positions = [.. values.Select((_, point) => (double)(index * (values.Length + Gap) + point))];
        var line = plot.Add.ScatterLine(positions, values.Select(value => (double)value).ToArray(), color);
        line.LineWidth = width;
        if (index == 0) line.LegendText = name;
    }
}
