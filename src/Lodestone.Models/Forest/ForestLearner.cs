using Lodestone.Data;
using Lodestone.Learning.Files;
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
            int[] above = rows.Above(target);
            return (
                Fit(rows.Features, rows.Indicator(target), seed.For("occurrence")),
                Fit(rows.Features.Select(above), rows.Scaled(target).Select(above), seed.For("size")));
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
            DataMatrix column = rows.Targets[targets[k]].IsClass ? rows.Indicator(targets[k]) : rows.Scaled(targets[k]);
            for (int row = 0; row < rows.Count; row++)
                outputs[row, k] = column[row, 0];
        }
        return outputs;
    }

    private sealed class TreeCounter(IProgress<(int Done, int Total)>? progress, int total) : IProgress<int>
    {
        private int _done;

        public void Report(int value) => progress?.Report((Interlocked.Increment(ref _done), total));
    }
}
