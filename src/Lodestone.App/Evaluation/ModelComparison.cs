using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Significance;
using Lodestone.Matter;

namespace Lodestone.App.Evaluation;

/// <summary>Two models of one property on the same materials, whose values are known.</summary>
/// <param name="Target">The property.</param>
/// <param name="Outcome">How many materials both could predict, and why others could not.</param>
/// <param name="First">The first model.</param>
/// <param name="Second">The second model.</param>
/// <param name="Difference">Of the absolute errors, first minus second.</param>
/// <param name="Classes">The errors by chemical class; classes without a row are left out.</param>
/// <param name="Rows">The rows, in the order of the source.</param>
public sealed record ModelComparison(
    string Target, Outcome Outcome, ComparedModel First, ComparedModel Second, RowTest Difference, ImmutableArray<ClassErrors> Classes, ImmutableArray<ComparedRow> Rows)
{
    /// <summary>Predicts every material whose value is known by both models and compares.</summary>
    /// <param name="models">The two models; both predict the target.</param>
    /// <param name="target">The target.</param>
    /// <param name="readings">The entries.</param>
    /// <param name="source">How messages name their source.</param>
    /// <param name="above">The threshold of the area under the ROC curve; null for none.</param>
    /// <param name="top">For which k the precision is computed; the largest is also the number of highest true values.</param>
    /// <param name="seeds">Everything random takes its seed from here.</param>
    /// <param name="progress">Told the number of materials that were done.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">No material with a value of the target can be predicted.</exception>
    public static ModelComparison Of(
        (NamedModel First, NamedModel Second) models, string target, IEnumerable<MaterialReading> readings, string source,
        double? above, IReadOnlyList<int> top, Seeds seeds, Action<long> progress, CancellationToken cancellation)
    {
        var outcome = new Outcome();
        ImmutableArray<ComparedRow> rows = [.. Predict(models, target, readings, outcome, progress, cancellation)];
        outcome.RequireInput(source);
        if (rows.Length == 0) throw new InputException($"{source} has no value of {target} for a material that both models can predict; a column of that name is needed.");
        return new ModelComparison(
            target,
            outcome,
            Measure(models.First, target, rows, row => row.First, above, top),
            Measure(models.Second, target, rows, row => row.Second, above, top),
            RowTest.Of([.. rows.Select(row => row.FirstError - row.SecondError)], seeds),
            [.. ChemicalClass.All.Select(name => Errors(name, [.. rows.Where(row => row.Classes.Contains(name))])).OfType<ClassErrors>()],
            rows);
    }

    private static IEnumerable<ComparedRow> Predict(
        (NamedModel First, NamedModel Second) models, string target, IEnumerable<MaterialReading> readings, Outcome outcome, Action<long> progress, CancellationToken cancellation)
    {
        var stream = new PredictionStream([models.First, models.Second]);
        int first = IndexOf(models.First, target), second = models.First.Model.Targets.Count + IndexOf(models.Second, target);
        foreach (PredictedRow row in stream.Predict(readings.Where(reading => reading.Material is null || reading.Material.Number(target) is not null), cancellation))
        {
            outcome.Add(row);
            progress(1);
            if (row.Succeeded)
                yield return new ComparedRow(row.Id, row.Formula, ChemicalClass.Of(row.Material!), row.Material!.Number(target)!.Value, row.Estimates[first]!.Value, row.Estimates[second]!.Value);
        }
    }

    private static int IndexOf(NamedModel model, string target) => model.Model.Targets.Select(one => one.Name).ToList().IndexOf(target);

    private static ComparedModel Measure(
        NamedModel model, string target, ImmutableArray<ComparedRow> rows, Func<ComparedRow, Learning.Estimate> said, double? above, IReadOnlyList<int> top)
    {
        TargetDescription description = model.File.Description.Targets.First(one => one.Target.Name == target);
        double[] truths = [.. rows.Select(row => row.Truth)], means = [.. rows.Select(row => said(row).Mean)];
        return new ComparedModel(
            model.Name,
            RegressionMetrics.Of(truths, [.. rows.Select(said)], description.TrainingMedian),
            above is { } threshold ? Ranks.Auc([.. truths.Select(truth => truth > threshold)], means) : null,
            top.ToImmutableSortedDictionary(k => k, k => Ranks.TopPrecision(truths, means, k, top.Max())));
    }

    private static ClassErrors? Errors(string name, ComparedRow[] rows) =>
        rows.Length == 0 ? null : new ClassErrors(name, rows.Length, rows.Average(row => row.FirstError), rows.Average(row => row.SecondError));
}
