using System.Collections.Immutable;
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
                losses[target] += objective.TargetLosses(target, raw, labels).sum().item<float>();
                errors[target] += labels.Rows.Sum(row => Error(batch, estimates, (int)row, target));
                counts[target] += labels.Rows.Length;
            }
        }
        return Summarize(losses, errors, counts);
    }

    private double Error(LabelledBatch<TBatch> batch, ImmutableArray<Estimate>[] estimates, int row, int target) =>
        Math.Abs(estimates[row][target].Mean - objective.Heads[target].Truth(rows[batch.Rows[row], target]!.Value));

    private Validation Summarize(double[] losses, double[] errors, long[] counts)
    {
        double loss = 0, scaled = 0;
        var mae = new double?[counts.Length];
        for (int target = 0; target < counts.Length; target++)
        {
            if (counts[target] == 0) continue;
            double weight = objective.Heads[target].Target.Weight;
            mae[target] = errors[target] / counts[target];
            loss += weight * losses[target] / counts[target];
            scaled += weight * mae[target]!.Value / objective.Heads[target].Scaler.Scale;
        }
        return new Validation(loss, mae, scaled);
    }
}
