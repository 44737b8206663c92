using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Recipes;

namespace Lodestone.App.Evaluation;

/// <summary>Compares what a model predicts with what the source of the materials says.</summary>
public sealed class Evaluator
{
    private readonly NamedModel _model;
    private readonly PredictionStream _stream;
    private readonly ImmutableArray<TargetDescription> _targets;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The only target to measure; null for all.</param>
    /// <exception cref="InputException">The model does not predict that target.</exception>
    public Evaluator(NamedModel model, string? target)
    {
        _model = model;
        _stream = new PredictionStream([model], sites: true);
        ImmutableArray<TargetDescription> all = model.File.Description.Targets;
        _targets = [.. all.Where(description => target is null || description.Target.Name == target || description.Target.Column == target)];
        if (_targets.IsEmpty)
        {
            string[] known = [.. all.Select(one => one.Target.Column).Distinct()];
            throw new InputException($"The model {model.Name} does not predict '{target}'; it predicts {string.Join(", ", known)}.{Suggestion.Ask(target!, known)}");
        }
    }

    /// <summary>Predicts every material with a known value and measures the errors.</summary>
    /// <param name="readings">The entries.</param>
    /// <param name="source">How messages name their source.</param>
    /// <param name="progress">Told the number of materials that were done.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">There is no material, or none has a value of a target.</exception>
    public EvaluationResult Run(IEnumerable<MaterialReading> readings, string source, Action<long> progress, CancellationToken cancellation)
    {
        var outcome = new Outcome();
        var columns = new SortedSet<string>(StringComparer.Ordinal);
        int unlabelled = 0;
        IEnumerable<MaterialReading> labelled = readings.Where(reading =>
        {
            if (reading.Material is not { } material || _targets.Any(target => material.Has(target.Target.Column))) return true;
            if (unlabelled++ == 0) columns.UnionWith(material.Properties.Keys);
            return false;
        });
        List<MeasuredRow>[] rows = [.. _targets.Select(_ => new List<MeasuredRow>())];
        foreach (PredictedRow row in _stream.Predict(labelled, cancellation))
        {
            outcome.Add(row);
            for (int t = 0; row.Succeeded && t < _targets.Length; t++) rows[t].AddRange(Measured(row, _targets[t].Target));
            progress(1);
        }

        if (outcome.Succeeded == 0 && unlabelled > 0) throw new InputException(Missing(source, columns));
        outcome.RequireInput(source);
        return new EvaluationResult(
            _model.Name, outcome, unlabelled, [.. _targets.Zip(rows, (target, of) => new MeasuredRows(source, target, of)).Where(set => set.Rows.Count > 0)]);
    }

    private IEnumerable<MeasuredRow> Measured(PredictedRow row, Target target)
    {
        int index = _stream.Quantities.IndexOf(Quantity.Of(target));
        return MeasuredRow.Of(
            row.Material!, target, target.Level == TargetLevel.Site ? [.. row.Sites.Select(site => site[index])] : [row.Estimates[index]!.Value]);
    }

    private string Missing(string source, IReadOnlyCollection<string> columns)
    {
        string[] wanted = [.. _targets.Select(target => target.Target.Column).Distinct()];
        string there = columns.Count > 0 ? string.Join(", ", columns) : "none";
        return $"{source} has no value of {string.Join(" or ", wanted)}; its columns are {there}.{Suggestion.Ask(wanted[0], columns)}";
    }
}
