namespace Lodestone.Learning.Training;

/// <summary>How a network does on rows that it does not learn from.</summary>
/// <param name="Loss">Σ over targets of weight × mean loss.</param>
/// <param name="Mae">Mean absolute error of each target in its unit; null where no row has a value.</param>
/// <param name="ScaledMae">Σ over targets of weight × mean absolute error / scale.</param>
internal sealed record Validation(double Loss, double?[] Mae, double ScaledMae);
