using System.Collections.Immutable;

namespace Lodestone.App.Report;

/// <summary>What a model says of one target of a set of rows.</summary>
/// <param name="Name">The target.</param>
/// <param name="Title">The target in words, with its unit.</param>
/// <param name="Rows">Which rows.</param>
/// <param name="IsClass">Whether it is a probability.</param>
/// <param name="N">How many rows.</param>
/// <param name="Points">Truth and prediction of the rows, or of some.</param>
/// <param name="Calibration">What was promised against what came.</param>
/// <param name="Worst">The rows with the largest errors.</param>
public sealed record PageRows(
    string Name, string Title, string Rows, bool IsClass, int N, ImmutableArray<PagePoint> Points, ImmutableArray<PageShare> Calibration,
    ImmutableArray<PageWorst> Worst);
