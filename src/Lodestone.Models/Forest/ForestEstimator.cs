using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// Forests as an estimator: one forest for all targets together, and two (is it above the threshold? how large if so?) for each zero-inflated
/// one. Heads mean what they mean for networks: one that learns by |y − m| gives the median of the values in the leaves, one that learns by
/// (y − m)² the mean of the trees, and a class the mean of indicators.
/// </summary>
/// <param name="targets">The targets with their scaling.</param>
/// <param name="joint">The forest of all targets but the zero-inflated, one output each; null where there is none.</param>
/// <param name="hurdles">For each zero-inflated target, the forests of occurrence and size.</param>
internal sealed class ForestEstimator(
    IReadOnlyList<TargetDescription> targets, RandomForest? joint, IReadOnlyList<(RandomForest Occurrence, RandomForest Size)> hurdles) : IEstimator
{
    /// <summary>The head of zero-inflated targets.</summary>
    public const string HurdleHead = "hurdle";

    private readonly ForestReader? _joint = joint is null ? null : new ForestReader(joint);
    private readonly (ForestReader Occurrence, ForestReader Size)[] _hurdles =
        [.. hurdles.Select(hurdle => (new ForestReader(hurdle.Occurrence), new ForestReader(hurdle.Size)))];

    /// <inheritdoc/>
    public Estimate[][] Estimate(DataMatrix rows, CancellationToken cancellation = default)
    {
        var estimates = new Estimate[rows.Rows][];
        Parallel.For(0, rows.Rows, new ParallelOptions { CancellationToken = cancellation }, row => estimates[row] = EstimateRow(rows.Row(row)));
        return estimates;
    }

    /// <inheritdoc/>
    public IEnumerable<NamedTensor> Save(string prefix)
    {
        IEnumerable<NamedTensor> tensors = joint is null ? [] : ForestTensors.Save(joint, prefix);
        for (int i = 0; i < hurdles.Count; i++)
        {
            tensors = tensors
                .Concat(ForestTensors.Save(hurdles[i].Occurrence, prefix + Part(i, "occurrence")))
                .Concat(ForestTensors.Save(hurdles[i].Size, prefix + Part(i, "size")));
        }
        return tensors;
    }

    /// <summary>What stands before the names of the tensors of one of the two forests of a zero-inflated target.</summary>
    public static string Part(int hurdle, string part) => FormattableString.Invariant($"hurdle{hurdle}/{part}/");

    /// <summary>There is nothing to dispose of.</summary>
    public void Dispose()
    {
    }

    private Estimate[] EstimateRow(ReadOnlySpan<float> row)
    {
        ForestStatistics[] together = _joint?.Read(row) ?? [];
        var estimates = new Estimate[targets.Count];
        int output = 0, hurdle = 0;
        for (int i = 0; i < estimates.Length; i++)
        {
            estimates[i] = targets[i].Target.Head == HurdleHead
                ? Hurdle(_hurdles[hurdle].Occurrence.Read(row)[0], _hurdles[hurdle++].Size.Read(row)[0], targets[i].Scaler)
                : Plain(together[output++], targets[i]);
        }
        return estimates;
    }

    private static Estimate Plain(ForestStatistics said, TargetDescription target)
    {
        if (target.IsClass) return new Estimate(said.Mean, Math.Sqrt(Math.Max(said.Mean * (1 - said.Mean), 0)), Math.Sqrt(said.MeanVariance), null);
        double value = target.Target.Head is "l1" or "laplace" or "quantile" ? said.Median : said.Mean;
        return Unscale(value, said.Variance, said.MeanVariance, target.Scaler);
    }

    /// <summary>The mixture of zero and a size, as in <see cref="Learning.Heads.HurdleHead"/>; the variance of the mean p·m is m² Var p + p² Var m.</summary>
    private static Estimate Hurdle(ForestStatistics occurrence, ForestStatistics size, Scaler scaler)
    {
        double p = occurrence.Mean, m = size.Median;
        double variance = p * (size.Variance + m * m) - p * m * (p * m);
        return Unscale(p * m, Math.Max(variance, 0), m * m * occurrence.MeanVariance + p * p * size.MeanVariance, scaler);
    }

    private static Estimate Unscale(double value, double variance, double meanVariance, Scaler scaler) =>
        new(scaler.Center + scaler.Scale * value, scaler.Scale * Math.Sqrt(variance), scaler.Scale * Math.Sqrt(meanVariance), null);
}
