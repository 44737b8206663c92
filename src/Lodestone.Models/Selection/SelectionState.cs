using System.Collections.Immutable;

namespace Lodestone.Models.Selection;

/// <summary>All that a search needs to go on later as if it had not been interrupted.</summary>
/// <param name="Options">The options of the search.</param>
/// <param name="Identity">What the errors depend on besides the columns.</param>
/// <param name="Columns">Number of columns to choose from.</param>
/// <param name="Current">The subset from which the next proposal starts, in increasing order.</param>
/// <param name="CurrentError">Its error.</param>
/// <param name="Best">The subset with the smallest error so far.</param>
/// <param name="BestError">Its error.</param>
/// <param name="SinceBest">Proposals since then.</param>
/// <param name="Random">[4]: state of the random generator.</param>
/// <param name="Steps">Every subset tried, the first one included.</param>
public sealed record SelectionState(
    SelectionOptions Options,
    string Identity,
    int Columns,
    ImmutableArray<int> Current,
    double CurrentError,
    ImmutableArray<int> Best,
    double BestError,
    int SinceBest,
    ImmutableArray<ulong> Random,
    ImmutableArray<SelectionStep> Steps)
{
    /// <summary>True where the search has nothing more to do.</summary>
    public bool IsFinished => Steps.Length > Options.Proposals || SinceBest >= Options.Patience;
}
