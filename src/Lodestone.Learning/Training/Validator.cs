using System.Collections.Immutable;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Objectives;
using TorchSharp;

namespace Lodestone.Learning.Training;

/// <summary>Judges a network on validation rows.</summary>
internal sealed class Validator<TBatch>(Network<TBatch> network, Objective objective, TrainingSet<TBatch> rows, int batchSize)
{
    private readonly BatchLoader<TBatch> _loader = new(rows, network.Encoder, objective.Heads, batchSize);

    /// <summary>Runs the network over all rows in evaluation mode.</summary>
    public Validation Run(CancellationToken cancellation)
    {
        int targets = objective.Heads.Count;
        var losses = new double[targets];
        var errors = new double[targets];
        var counts = new long[targets];
        var lossCounts = new long[targets];
        network.eval();
        using var noGrad = torch.no_grad();
        foreach (LabelledBatch<TBatch> batch in _loader.Load([.. Enumerable.Range(0, _loader.Rows)]))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = torch.NewDisposeScope();
            torch.Tensor raw = network.call(batch.Inputs);
            ImmutableArray<Estimate>[] estimates = objective.Heads.Interpret(raw);
            for (int target = 0; target < targets; target++)
            {
                TargetLabels labels = batch.Labels[target];
                if (labels.Rows.Length == 0) continue;
                torch.Tensor loss = objective.TargetLosses(target, raw, labels);
                losses[target] += loss.sum().item<float>();
                lossCounts[target] += loss.shape[0];
                errors[target] += Error(batch, estimates, target);
                counts[target] += labels.Rows.Length;
            }
        }
        return Summarize(losses, lossCounts, errors, counts);
    }

    /// <summary>Sum of the absolute errors of a batch.</summary>
    private double Error(LabelledBatch<TBatch> batch, ImmutableArray<Estimate>[] estimates, int target)
    {
        TargetHead head = objective.Heads[target];
        double sum = 0;
        int before = 0;
        foreach (int material in batch.Rows)
        {
            var (first, count) = rows.RowsOf(material);
            LabelledEstimates labelled = LabelledEstimates.OfSites(
                [.. Enumerable.Range(before, count).Select(row => estimates[row][target])], head.Target,
                [.. Enumerable.Range(first, count).Select(row => rows[row, target])]);
            sum += labelled.Truths.Zip(labelled.Estimates, (truth, estimate) => Math.Abs(estimate.Mean - head.Target.Truth(truth))).Sum();
            before += count;
        }

        return sum;
    }

    private Validation Summarize(double[] losses, long[] lossCounts, double[] errors, long[] counts)
    {
        double loss = 0, scaled = 0;
        var mae = new double?[counts.Length];
        for (int target = 0; target < counts.Length; target++)
        {
            if (counts[target] == 0) continue;
            double weight = objective.Heads[target].Target.Weight;
            mae[target] = errors[target] / counts[target];
            loss += weight * losses[target] / lossCounts[target];
            scaled += weight * mae[target]!.Value / objective.Heads[target].Scaler.Scale;
        }
        return new Validation(loss, mae, scaled);
    }
}
