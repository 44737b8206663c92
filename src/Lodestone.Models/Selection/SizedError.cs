namespace Lodestone.Models.Selection;

/// <summary>The error of a number of columns.</summary>
/// <param name="Size">Number of columns.</param>
/// <param name="Error">The error.</param>
public sealed record SizedError(int Size, double Error);
