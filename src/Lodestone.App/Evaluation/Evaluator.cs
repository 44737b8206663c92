using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Metrics;
using Lodestone.Matter;

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
        _targets = [.. all.Where(description => target is null || description.Target.Name == target)];
        if (_targets.IsEmpty)
            throw new InputException($"The model {model.Name} does not predict '{target}'; it predicts {string.Join(", ", all.Select(t => t.Target.Name))}.");
    }

    /// <summary>Predicts every material and measures the errors.</summary>
    /// <param name="readings">The entries.</param>
    /// <param name="source">How messages name their source.</param>
    /// <param name="progress">Told the number of materials that were done.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">There is no material, or none has a value of a target.</exception>
    public EvaluationResult Run(IEnumerable<MaterialReading> readings, string source, Action<long> progress, CancellationToken cancellation)
    {
        var outcome = new Outcome();
        var pairs = _targets.Select(_ => (Truths: new List<double>(), Estimates: new List<Estimate>())).ToArray();
        foreach (PredictedRow row in _stream.Predict(readings, cancellation))
        {
            outcome.Add(row);
            for (int t = 0; row.Succeeded && t < _targets.Length; t++)
            {
                if (_targets[t].Target.Level == TargetLevel.Site)
                {
                    LabelledEstimates sites = SitesOf(row, _targets[t].Target);
                    pairs[t].Truths.AddRange(sites.Truths);
                    pairs[t].Estimates.AddRange(sites.Estimates);
                    continue;
                }
                if (TargetValues.OfMaterial(row.Material!, _targets[t].Target) is not { } truth) continue;
                pairs[t].Truths.Add(truth);
                pairs[t].Estimates.Add(row.Estimates[_stream.Quantities.IndexOf(new Quantity(_targets[t].Target.Name))]!.Value);
            }
            progress(1);
        }
        outcome.RequireInput(source);
        if (outcome.Succeeded > 0 && pairs.All(pair => pair.Truths.Count == 0))
            throw new InputException($"{source} has no value of {string.Join(" or ", _targets.Select(t => t.Target.Name))}; a column of that name is needed.");
        IEnumerable<Measurement> measured = _targets.Zip(pairs)
            .Where(pair => pair.Second.Truths.Count > 0)
            .Select(pair => Measure(source, pair.First, pair.Second.Truths, pair.Second.Estimates));
        return new EvaluationResult(_model.Name, outcome, [.. measured]);
    }

    private LabelledEstimates SitesOf(PredictedRow row, Target target)
    {
        int index = _stream.Quantities.IndexOf(new Quantity(target.Name));
        return LabelledEstimates.OfSites([.. row.Sites.Select(site => site[index])], target, TargetValues.Of(row.Material!, target));
    }

    private static Measurement Measure(string source, TargetDescription target, List<double> truths, List<Estimate> estimates) =>
        target.IsClass
            ? new Measurement(source, target.Target.Name, Classification: ClassMetrics.Of(
                [.. truths.Select(truth => truth > target.Target.Threshold)], [.. estimates.Select(estimate => estimate.Mean)]))
            : new Measurement(source, target.Target.Name, Regression: RegressionMetrics.Of(truths, estimates, target.TrainingMedian));
}
