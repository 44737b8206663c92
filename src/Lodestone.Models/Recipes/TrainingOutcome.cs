using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Recipes;

/// <summary>A trained model, and how it came about.</summary>
/// <param name="File">The model.</param>
/// <param name="Data">What was read, and what was left out.</param>
/// <param name="Taken">Rows that the architecture could take, and why it could not take others.</param>
/// <param name="TestRows">Rows of the data that are kept to measure the model on.</param>
/// <param name="Histories">The epochs of each member; empty where training has none.</param>
/// <param name="Measured">What the model says of the rows that it did not learn from, by rows and target: first those that chose epochs and calibrated its
/// intervals, then those that it was measured on.</param>
public sealed record TrainingOutcome(
    ModelFile File, DataAccount Data, TakenRows Taken, int TestRows, IReadOnlyList<IReadOnlyList<EpochReport>> Histories, IReadOnlyList<MeasuredRows> Measured)
{
    /// <summary>Of each member the epoch with the lowest monitored number; 0 where the weights that it started from were never bettered.</summary>
    public IReadOnlyList<int> BestEpochs { get; } = [.. Histories.Select(history => history.LastOrDefault(epoch => epoch.Best)?.Epoch ?? 0)];

    /// <summary>True where every entry, cell and row of the data could be used.</summary>
    public bool IsWhole => Data.IsWhole && Taken.LeftOut.Count == 0;
}
