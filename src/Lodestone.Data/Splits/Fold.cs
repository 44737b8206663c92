using System.Collections.Immutable;

namespace Lodestone.Data.Splits;

/// <summary>One fold of a cross-validation, by index of rows; both parts are in increasing order and together hold every row once.</summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Test">Rows held out.</param>
public sealed record Fold(ImmutableArray<int> Train, ImmutableArray<int> Test);
