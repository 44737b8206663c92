using ScottPlot;

namespace Lodestone.Studies.Figures;

/// <summary>Bars of one color, one in each group of a bar chart.</summary>
/// <param name="Name">What the legend calls them.</param>
/// <param name="Color">Their color.</param>
/// <param name="Values">Heights, and the whiskers on them, in the order of the groups.</param>
internal sealed record MeasuredBars(string Name, Color Color, IEnumerable<(double Mean, double Deviation)> Values);
