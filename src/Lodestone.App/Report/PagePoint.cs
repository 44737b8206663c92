namespace Lodestone.App.Report;

/// <summary>A row in the plot of prediction against truth.</summary>
/// <param name="Truth">The true value; 0 or 1 for a class.</param>
/// <param name="Mean">The prediction.</param>
public sealed record PagePoint(double Truth, double Mean);
