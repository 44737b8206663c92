namespace Lodestone.App.Report;

/// <summary>What a ranking is ordered by.</summary>
/// <param name="Quantity">Position among <see cref="ReportData.Quantities"/>.</param>
/// <param name="Maximize">True where more is better.</param>
public sealed record ReportGoal(int Quantity, bool Maximize);
