using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Models.Selection;

/// <summary>
/// Selects columns by a random walk: from a random subset, columns are added, removed or swapped, and the walk goes on from there if the
/// error is smaller, or by the Metropolis rule (Metropolis et al., J. Chem. Phys. 21, 1087, 1953). The same seed gives the same walk, with
/// or without interruptions.
/// </summary>
public static class StochasticSelection
{
    /// <summary>Searches to the end.</summary>
    /// <param name="columns">Number of columns to choose from.</param>
    /// <param name="options">How to search.</param>
    /// <param name="error">The error of a subset.</param>
    /// <param name="identity">What the error depends on besides the columns, in any words: a state of another is refused.</param>
    /// <param name="path">Where the state is kept after each proposal, to go on from after an interruption; nowhere if null.</param>
    /// <param name="progress">Told the state after each proposal.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>, between two proposals.</param>
    /// <exception cref="InputException">An option is out of its range, an error is no finite number, or the state in the file belongs to another search.</exception>
    public static SelectionState Run(
        int columns, SelectionOptions options, SubsetError error, string identity = "", string? path = null, IProgress<SelectionState>? progress = null,
        CancellationToken cancellation = default)
    {
        options.Check(columns);
        SelectionState state = SelectionFile.TryRead(path, options, columns, identity) ?? Begin(columns, options, error, identity);
        while (!state.IsFinished)
        {
            cancellation.ThrowIfCancellationRequested();
            state = Next(state, error);
            if (path is not null) SelectionFile.Write(path, state);
            progress?.Report(state);
        }

        return state;
    }

    private static SelectionState Begin(int columns, SelectionOptions options, SubsetError error, string identity)
    {
        RandomGenerator random = new Seeds(options.Seed).For("descriptor selection").Generator();
        ImmutableArray<int> first = [.. random.Permutation(columns).Take(options.Start).Order()];
        double measured = Measure(first, error);
        return new SelectionState(options, identity, columns, first, measured, first, measured, 0, StateOf(random), [new SelectionStep(first.Length, measured, true)]);
    }

    private static SelectionState Next(SelectionState state, SubsetError error)
    {
        var random = new RandomGenerator(0) { State = (state.Random[0], state.Random[1], state.Random[2], state.Random[3]) };
        ImmutableArray<int> proposal = Proposal(state, random);
        double measured = Measure(proposal, error);
        double chance = random.NextDouble(), rise = measured - state.CurrentError;
        bool accepted = rise < 0 || (state.Options.Temperature > 0 && chance < Math.Exp(-rise / state.Options.Temperature));
        bool best = measured < state.BestError;
        return state with
        {
            Current = accepted ? proposal : state.Current,
            CurrentError = accepted ? measured : state.CurrentError,
            Best = best ? proposal : state.Best,
            BestError = best ? measured : state.BestError,
            SinceBest = best ? 0 : state.SinceBest + 1,
            Random = StateOf(random),
            Steps = state.Steps.Add(new SelectionStep(proposal.Length, measured, accepted)),
        };
    }

    // Adds, removes or swaps one to some columns; where there is no room for the one, the other is done.
    private static ImmutableArray<int> Proposal(SelectionState state, RandomGenerator random)
    {
        int move = random.Next(3), count = 1 + random.Next(state.Options.Step);
        int[] inside = [.. state.Current], outside = [.. Enumerable.Range(0, state.Columns).Except(inside)];
        random.Shuffle<int>(inside);
        random.Shuffle<int>(outside);
        int room = Math.Min(outside.Length, Math.Max(0, state.Options.Largest - inside.Length));
        int added = move == 1 ? 0 : Math.Min(count, move == 0 ? room : outside.Length);
        int removed = move == 0 && added > 0 ? 0 : Math.Min(count, inside.Length - 1);
        if (move == 2) added = removed = Math.Min(Math.Min(count, inside.Length), outside.Length);
        return [.. inside.Skip(removed).Concat(outside.Take(added)).Order()];
    }

    private static double Measure(ImmutableArray<int> subset, SubsetError error)
    {
        double measured = error(subset);
        return double.IsFinite(measured) ? measured : throw new InputException($"The error of a subset of {subset.Length} columns is {measured}; check the target and the columns for missing or infinite values.");
    }

    private static ImmutableArray<ulong> StateOf(RandomGenerator random) => [random.State.S0, random.State.S1, random.State.S2, random.State.S3];
}
