namespace Lodestone.Models.Selection;

/// <summary>A subset that the search has tried.</summary>
/// <param name="Size">Number of its columns.</param>
/// <param name="Error">Its error.</param>
/// <param name="Accepted">Whether the search went on from it.</param>
public sealed record SelectionStep(int Size, double Error, bool Accepted);
