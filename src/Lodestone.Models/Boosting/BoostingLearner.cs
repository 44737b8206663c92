using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning.Files;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Boosting;

/// <summary>Trains and loads boosted trees for the targets of a model.</summary>
public sealed class BoostingLearner : ILearner<BoostingOptions>
{
    /// <inheritdoc/>
    public void Check(BoostingOptions options) => options.Check();

    /// <inheritdoc/>
    public IEstimator Train(BoostingOptions options, LabelledRows rows, Seeds seeds, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        int total = options.Rounds * rows.Targets.Sum(target => BoostedTarget.Roles(target.Target).Count);
        int done = 0;
        var targets = new List<BoostedTarget>();
        for (int target = 0; target < rows.Targets.Count; target++)
        {
            string head = rows.Targets[target].Target.Head;
            var boosters = new Dictionary<BoosterRole, Booster>();
            foreach (BoosterRole role in BoostedTarget.Roles(rows.Targets[target].Target))
            {
                var (features, labels) = Labels(rows, target, role, head);
                string parameters = $"{BoostedTarget.Objective(role, head)} {Parameters(options, features, seeds.For(target).For((int)role))}";
                boosters[role] = Booster.Train(features, labels, options.Rounds, parameters, () => progress?.Report((++done, total)), cancellation);
            }
            targets.Add(new BoostedTarget(rows.Targets[target], boosters));
        }
        cancellation.ThrowIfCancellationRequested();
        return new BoostingEstimator(targets);
    }

    /// <inheritdoc/>
    public IEstimator Load(IReadOnlyList<TargetDescription> targets, TensorReader tensors) => new BoostingEstimator([.. targets.Select((target, index) =>
        new BoostedTarget(target, BoostedTarget.Roles(target.Target).ToDictionary(role => role, role => Load(tensors, BoostingEstimator.Name(index, role)))))]);

    private static Booster Load(TensorReader tensors, string name)
    {
        try
        {
            return Booster.Load(tensors.Bytes(name + "trees"));
        }
        catch (InvalidOperationException e)
        {
            throw tensors.Part(name).Contradiction(e);
        }
    }

    private static (DataMatrix Features, float[] Labels) Labels(LabelledRows rows, int target, BoosterRole role, string head)
    {
        DataMatrix labels = role == BoosterRole.Occurrence ? rows.Indicator(target) : rows.Scaled(target);
        int[] used = role != BoosterRole.Occurrence && head == "hurdle"
            ? rows.Above(target)
            : [.. Enumerable.Range(0, rows.Count).Where(row => !float.IsNaN(labels[row, 0]))];
        return (rows.Features.Select(used), [.. used.Select(row => labels[row, 0])]);
    }

    private static string Parameters(BoostingOptions options, DataMatrix features, Seeds seed) => string.Create(CultureInfo.InvariantCulture,
        $"learning_rate={options.LearningRate} num_leaves={options.Leaves} min_data_in_leaf={options.MinLeaf} min_data_in_bin={Math.Min(options.MinLeaf, 3)} feature_fraction={options.ColumnShare} bagging_fraction={options.RowShare} bagging_freq={(options.RowShare < 1 ? 1 : 0)} lambda_l2={options.L2} seed={(int)(seed.ToInt64() & int.MaxValue)} deterministic=true force_row_wise=true num_threads={Booster.Threads(features)} verbosity=-1");
}
