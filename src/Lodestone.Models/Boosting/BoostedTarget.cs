using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Boosting;

/// <summary>The boosters of one target. Its head decides which there are.</summary>
/// <param name="target">The target with its scaling.</param>
/// <param name="boosters">A booster a role.</param>
internal sealed class BoostedTarget(TargetDescription target, IReadOnlyDictionary<BoosterRole, Booster> boosters) : IDisposable
{
    /// <summary>The boosters.</summary>
    public IReadOnlyDictionary<BoosterRole, Booster> Boosters { get; } = boosters;

    /// <summary>The roles that a target needs by its head: error bars come from two quantiles.</summary>
    public static IReadOnlyList<BoosterRole> Roles(Target target) => target.Head switch
    {
        _ when target.IsClass => [BoosterRole.Occurrence],
        "hurdle" => [BoosterRole.Occurrence, BoosterRole.Value, BoosterRole.Low, BoosterRole.High],
        "laplace" or "gaussian" or "quantile" => [BoosterRole.Value, BoosterRole.Low, BoosterRole.High],
        _ => [BoosterRole.Value],
    };

    /// <summary>LightGBM's name of what a booster makes small, for scaled targets.</summary>
    public static string Objective(BoosterRole role, string head) => role switch
    {
        BoosterRole.Occurrence => "objective=binary",
        BoosterRole.Low => "objective=quantile alpha=0.158655",
        BoosterRole.High => "objective=quantile alpha=0.841345",
        _ => head switch { "mse" or "gaussian" => "objective=regression", "huber" => "objective=huber alpha=1", _ => "objective=regression_l1" },
    };

    /// <summary>Estimates rows, in the unit of the target.</summary>
    public Estimate[] Estimate(DataMatrix rows)
    {
        Dictionary<BoosterRole, double[]> said = Boosters.ToDictionary(pair => pair.Key, pair => pair.Value.Predict(rows));
        return [.. Enumerable.Range(0, rows.Rows).Select(row => Estimate(said, row))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Booster booster in Boosters.Values) booster.Dispose();
    }

    private Estimate Estimate(Dictionary<BoosterRole, double[]> said, int row)
    {
        double p = said.TryGetValue(BoosterRole.Occurrence, out double[]? occurrence) ? occurrence[row] : 1;
        if (!said.TryGetValue(BoosterRole.Value, out double[]? values)) return new Estimate(p, Math.Sqrt(p * (1 - p)), 0, null);
        double m = values[row];
        double deviation = said.TryGetValue(BoosterRole.Low, out double[]? low) ? Math.Max(said[BoosterRole.High][row] - low[row], 0) / 2 : 0;
        double variance = p * (deviation * deviation + m * m) - p * m * (p * m);
        Scaler scaler = target.Scaler;
        return new Estimate(scaler.Center + scaler.Scale * p * m, scaler.Scale * Math.Sqrt(Math.Max(variance, 0)), 0, null);
    }
}
