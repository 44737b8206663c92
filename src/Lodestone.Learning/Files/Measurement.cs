using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Files;

/// <summary>Errors of a model on one set of rows for one target; one of the two kinds of metrics is set.</summary>
/// <param name="Data">The rows, in words: <c>test rows of mp.csv.gz</c>.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="Regression">Errors of a number.</param>
/// <param name="Classification">Errors of a probability.</param>
public sealed record Measurement(string Data, string Target, RegressionMetrics? Regression = null, ClassMetrics? Classification = null);
