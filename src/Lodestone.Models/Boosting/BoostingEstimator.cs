using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Boosting;

/// <summary>Boosted trees as an estimator: boosters of its own for every target.</summary>
/// <param name="targets">The boosters of each target.</param>
internal sealed class BoostingEstimator(IReadOnlyList<BoostedTarget> targets) : IEstimator
{
    /// <inheritdoc/>
    public Estimate[][] Estimate(DataMatrix rows, CancellationToken cancellation = default)
    {
        Estimate[][] columns = [.. targets.Select(target =>
        {
            cancellation.ThrowIfCancellationRequested();
            return target.Estimate(rows);
        })];
        return [.. Enumerable.Range(0, rows.Rows).Select(row => columns.Select(column => column[row]).ToArray())];
    }

    /// <inheritdoc/>
    public IEnumerable<NamedTensor> Save(string prefix) => targets.SelectMany((target, index) => target.Boosters.SelectMany(pair => new[]
    {
        TensorWriter.Of(prefix + Name(index, pair.Key) + "trees", pair.Value.Save()),
        TensorWriter.Of(prefix + Name(index, pair.Key) + "importance", pair.Value.Importance()),
    }));

    /// <summary>What stands before the names of the tensors of a booster.</summary>
    public static string Name(int target, BoosterRole role) => FormattableString.Invariant($"target{target}/{role.ToString().ToLowerInvariant()}/");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BoostedTarget target in targets) target.Dispose();
    }
}
