using Lodestone.App.Commands;
using Lodestone.Learning.Training;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Evaluation;

/// <summary>What a training reached, as JSON.</summary>
internal static class TrainingJson
{
    /// <summary>The object to write.</summary>
    /// <param name="outcome">What came out.</param>
    /// <param name="place">Where it was put.</param>
    /// <param name="seconds">How long it took.</param>
    public static object Of(TrainingOutcome outcome, TrainingPlace place, double seconds) => new
    {
        model = place.Model,
        page = place.Page,
        entries = outcome.Data.Entries,
        unreadable = outcome.Data.Unreadable.Count,
        unlabelled = outcome.Data.Unlabelled,
        not_numbers = outcome.Data.NotNumbers.ToDictionary(column => column.Target, column => column.Cells.Count),
        train = outcome.Taken.Train,
        validation = outcome.Taken.Validation,
        test = outcome.TestRows,
        left_out = outcome.Taken.LeftOut.Count,
        members = outcome.Histories.Select((history, member) => new
        {
            epochs = history.Count,
            best_epoch = outcome.BestEpochs[member],
            seconds = history.Sum((EpochReport epoch) => epoch.Seconds),
        }),
        errors = MeasuredRows.Measure(outcome.Measured).Select(one => new
        {
            rows = one.Data,
            target = one.Target,
            measured = (object?)one.Regression ?? one.Classification,
        }),
        seconds,
    };
}
