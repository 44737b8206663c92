using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Estimators;
using TorchSharp;

namespace Lodestone.Models.Forest;

/// <summary>Trains and loads forests for the targets of a model.</summary>
public sealed class ForestLearner : ILearner<ForestOptions>
{
    /// <inheritdoc/>
    public void Check(ForestOptions options) => options.Check();

    /// <inheritdoc/>
    public IEstimator Train(ForestOptions options, LabelledRows rows, Seeds seeds, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        int[] plain = [.. Indices(rows.Targets, hurdle: false)], hurdles = [.. Indices(rows.Targets, hurdle: true)];
        var trees = new TreeCounter(progress, options.Trees * ((plain.Length > 0 ? 1 : 0) + 2 * hurdles.Length));
        RandomForest Fit(DataMatrix features, DataMatrix targets, Seeds seed) =>
            ForestTrainer.Fit(features, targets, options, seed, threads: torch.get_num_threads(), progress: trees, cancellation: cancellation).Forest;

        RandomForest? joint = plain.Length == 0 ? null : Fit(rows.Features, Outputs(rows, plain), seeds);
        return new ForestEstimator(rows.Targets, joint, [.. hurdles.Select((target, i) =>
        {
            Seeds seed = seeds.For("hurdle").For(i);
            var (above, sizes) = Sizes(rows, target);
            return (Fit(rows.Features, Indicator(rows, target), seed.For("occurrence")), Fit(rows.Features.Select(above), sizes, seed.For("size")));
        })]);
    }

    /// <inheritdoc/>
    public IEstimator Load(IReadOnlyList<TargetDescription> targets, TensorReader tensors)
    {
        int plain = Indices(targets, hurdle: false).Count();
        RandomForest Part(int hurdle, string part) => ForestTensors.Load(tensors.Part(ForestEstimator.Part(hurdle, part)), 1);
        return new ForestEstimator(
            targets,
            plain == 0 ? null : ForestTensors.Load(tensors, plain),
            [.. Enumerable.Range(0, targets.Count - plain).Select(hurdle => (Part(hurdle, "occurrence"), Part(hurdle, "size")))]);
    }

    private static IEnumerable<int> Indices(IReadOnlyList<TargetDescription> targets, bool hurdle) =>
        Enumerable.Range(0, targets.Count).Where(target => targets[target].Target.Head == ForestEstimator.HurdleHead == hurdle);

    private static DataMatrix Outputs(LabelledRows rows, int[] targets)
    {
        var outputs = new DataMatrix(rows.Count, targets.Length);
        for (int k = 0; k < targets.Length; k++)
        {
            TargetDescription target = rows.Targets[targets[k]];
            for (int row = 0; row < rows.Count; row++)
            {
                float value = rows.Values[row, targets[k]];
                outputs[row, k] = target.IsClass ? Above(value, target) : (float)target.Scaler.Apply(value);
            }
        }
        return outputs;
    }

    private static DataMatrix Indicator(LabelledRows rows, int target)
    {
        var outputs = new DataMatrix(rows.Count, 1);
        for (int row = 0; row < rows.Count; row++)
            outputs[row, 0] = Above(rows.Values[row, target], rows.Targets[target]);
        return outputs;
    }

    private static float Above(float value, TargetDescription target) => float.IsNaN(value) ? value : value > target.Target.Threshold ? 1 : 0;

    private static (int[] Above, DataMatrix Sizes) Sizes(LabelledRows rows, int target)
    {
        TargetDescription description = rows.Targets[target];
        int[] above = [.. Enumerable.Range(0, rows.Count).Where(row => rows.Values[row, target] > description.Target.Threshold)];
        if (above.Length == 0)
            throw new InputException($"No training row of '{description.Target.Name}' is above its threshold {description.Target.Threshold}; lower the threshold, or use the head 'laplace'.");
        var sizes = new DataMatrix(above.Length, 1);
        for (int i = 0; i < above.Length; i++)
            sizes[i, 0] = (float)description.Scaler.Apply(rows.Values[above[i], target]);
        return (above, sizes);
    }

    private sealed class TreeCounter(IProgress<(int Done, int Total)>? progress, int total) : IProgress<int>
    {
        private int _done;

        public void Report(int value) => progress?.Report((Interlocked.Increment(ref _done), total));
    }
}
