namespace Lodestone.Models.Selection;

/// <summary>A column and what it is worth.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Importance">How much the error grows when its numbers are shuffled between the rows; negative where it falls.</param>
public sealed record RankedColumn(int Column, double Importance);
