namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>The error of one way to make a prediction of trained networks.</summary>
/// <param name="Method"><c>best epoch</c>, <c>predictions</c>, <c>weights</c>, <c>weights, refreshed</c> or <c>seeds</c>.</param>
/// <param name="Size">Number of networks or weights that are averaged.</param>
/// <param name="Target">The property.</param>
/// <param name="TestError">Mean absolute error on the test rows.</param>
/// <param name="Spread">Mean over the test rows of the standard deviation between the members; null where there are none to differ.</param>
/// <param name="Passes">Networks that must be run for a prediction.</param>
public sealed record EnsembleRow(string Method, int Size, string Target, double TestError, double? Spread, int Passes);
