namespace Lodestone.App.Evaluation;

/// <summary>Mean absolute errors of two models on the materials of one chemical class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Rows">Number of materials.</param>
/// <param name="First">Error of the first model.</param>
/// <param name="Second">Error of the second model.</param>
public sealed record ClassErrors(string Class, int Rows, double First, double Second);
