namespace Lodestone.Models.Selection;

/// <summary>A selected column.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Importance">How much the error grows without it; negative where it falls.</param>
public sealed record RankedColumn(int Column, double Importance);
