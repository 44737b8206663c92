using System.Collections.Immutable;

namespace Lodestone.App.Screening;

/// <summary>What came out of a screen.</summary>
/// <param name="Quantities">What was predicted, in the order of <see cref="PredictedRow.Estimates"/>.</param>
/// <param name="Goal">What is ranked by.</param>
/// <param name="Ranking">The rows, best first; rows of equal value in the order of the input.</param>
/// <param name="Failures">The rows that could not be read or predicted, in the order of the input.</param>
/// <param name="LeftOut">How many a filter left out.</param>
/// <param name="Advice">What is said of the magnetic order of the rows; null where a magnetization and a net moment are not both predicted.</param>
public sealed record ScreenResult(
    ImmutableArray<Quantity> Quantities, Goal Goal, ImmutableArray<PredictedRow> Ranking, ImmutableArray<PredictedRow> Failures, long LeftOut,
    MagneticOrderAdvice? Advice)
{
    /// <summary>How many entries were read.</summary>
    public long Read => Ranking.Length + Failures.Length + LeftOut;
}
