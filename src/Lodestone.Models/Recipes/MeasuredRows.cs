using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;

namespace Lodestone.Models.Recipes;

/// <summary>What a model says of rows whose value of a target is known.</summary>
/// <param name="Data">The rows, in words.</param>
/// <param name="Target">The target.</param>
/// <param name="Rows">The rows; of a target of sites, each site.</param>
public sealed record MeasuredRows(string Data, TargetDescription Target, IReadOnlyList<MeasuredRow> Rows)
{
    /// <summary>The errors.</summary>
    public Measurement Measure() => Target.Measure(Data, new([.. Rows.Select(row => row.Truth)], [.. Rows.Select(row => row.Estimate)]));

    /// <summary>The errors of several sets of rows. Before those of the words of a column stand those of the column as a whole.</summary>
    public static IEnumerable<Measurement> Measure(IReadOnlyList<MeasuredRows> sets)
    {
        foreach (MeasuredRows set in sets)
        {
            MeasuredRows[] words = [.. sets.Where(other => other.Data == set.Data && set.Target.Target.Word is not null && other.Target.Target.Column == set.Target.Target.Column)];
            if (words.Length > 0 && words[0] == set) yield return OfWords(words);
            yield return set.Measure();
        }
    }

    private static Measurement OfWords(MeasuredRows[] words)
    {
        int[] rows = [.. Enumerable.Range(0, words[0].Rows.Count)];
        return new Measurement(words[0].Data, words[0].Target.Target.Column, Classification: ClassMetrics.OfWords(
            [.. rows.Select(row => Array.FindIndex(words, word => word.Rows[row].Truth > 0))],
            [.. rows.Select(row => (IReadOnlyList<double>)[.. words.Select(word => word.Rows[row].Estimate.Mean)])]));
    }

    /// <summary>Picks the rows with a prediction and a known value.</summary>
    /// <param name="data">The rows, in words.</param>
    /// <param name="target">The target.</param>
    /// <param name="index">Its place among the targets of the model.</param>
    /// <param name="materials">The rows.</param>
    /// <param name="predictions">One a row.</param>
    /// <param name="property">The property with the true values; the column of the target without it.</param>
    public static MeasuredRows Of(
        string data, TargetDescription target, int index, IReadOnlyList<Material> materials, IReadOnlyList<Prediction> predictions, string? property = null) => new(
            data,
            target,
            [.. materials.Zip(predictions).Where(row => row.Second.Succeeded)
                .SelectMany(row => MeasuredRow.Of(row.First, target.Target, row.Second.OfTarget(index), property))]);
}
