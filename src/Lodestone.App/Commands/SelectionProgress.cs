using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Models.Selection;

namespace Lodestone.App.Commands;

/// <summary>Shows how far a selection of descriptors is.</summary>
/// <param name="counter">Where subsets are counted.</param>
internal sealed class SelectionProgress(WorkCounter counter) : IProgress<SelectionState>
{
    /// <summary>Called after each subset, on the thread that works.</summary>
    public void Report(SelectionState state) => counter.Set(
        state.Steps.Length, state.Options.Proposals + 1, string.Create(CultureInfo.InvariantCulture, $"best {state.BestError:G4} with {state.Best.Length} descriptors"));
}
