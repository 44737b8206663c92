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
    public IEnumerable<NamedTensor> Save(string prefix) => targets.SelectMany((target, index) => target.Boosters.SelectMany(pair => Save(prefix + Name(index, pair.Key), pair.Key, pair.Value)));

    /// <summary>What stands before the names of the tensors of a booster.</summary>
    public static string Name(int target, BoosterRole role) => FormattableString.Invariant($"target{target}/{role.ToString().ToLowerInvariant()}/");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BoostedTarget target in targets) target.Dispose();
    }

    /// <summary>What decides the error bars is not what decides the value: their importances are not stored.</summary>
    private static IEnumerable<NamedTensor> Save(string prefix, BoosterRole role, Booster booster)
    {
        yield return TensorWriter.Of(prefix + "trees", booster.Save());
        if (role is BoosterRole.Occurrence or BoosterRole.Value) yield return TensorWriter.Of(prefix + "importance", booster.Importance());
    }
}
