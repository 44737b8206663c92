namespace Lodestone.App.Report;

/// <summary>A predicted quantity as the page names it.</summary>
/// <param name="Name">Column name in ranking.csv.</param>
/// <param name="Title">The name in words.</param>
/// <param name="Unit">The unit; empty for none.</param>
/// <param name="Decimals">Digits after the point; null for four significant digits.</param>
/// <param name="IsProbability">True for the probability of a class, which has no interval.</param>
public sealed record ReportQuantity(string Name, string Title, string Unit, int? Decimals, bool IsProbability = false);
