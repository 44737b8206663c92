namespace Lodestone.Models.Selection;

/// <summary>The cross-validated error of an estimator that sees only some columns. It must give the same number for the same columns, and
/// must never look at test rows.</summary>
/// <param name="columns">The columns, in increasing order; at least one.</param>
/// <returns>The error; smaller is better.</returns>
public delegate double SubsetError(IReadOnlyList<int> columns);
