using Lodestone.Data;
using Lodestone.Learning.Metrics;
using Lodestone.Learning.Significance;
using Lodestone.Matter;

namespace Lodestone.Models.CrossValidation;

/// <summary>How two cross-validations over the same folds differ in one measure of one target. Differences are first minus second.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Measure"><c>mae</c>, or for a class <c>log_loss</c> (smaller is better) and <c>auc</c> (larger is better).</param>
/// <param name="First">Mean over the folds of the first.</param>
/// <param name="Second">Mean over the folds of the second.</param>
/// <param name="ByFold">The difference between folds.</param>
/// <param name="ByRow">The difference between rows; null for a measure that a single row does not have.</param>
public sealed record RunComparison(string Target, string Measure, double First, double Second, CorrectedTTest ByFold, RowTest? ByRow)
{
    /// <summary>Compares two finished cross-validations, on the rows that both could predict.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="seeds">Everything random takes its seed from here.</param>
    /// <exception cref="InputException">They are not over the same folds of the same data, or have no target in common.</exception>
    public static IReadOnlyList<RunComparison> Of(CrossValidationFolder first, CrossValidationFolder second, Seeds seeds)
    {
        var (a, rowsA) = first.Read();
        var (b, rowsB) = second.Read();
        if (a.DataSha256 != b.DataSha256) throw new InputException("The two cross-validations are of different data (data_sha256); run one again on the data of the other.");
        if (a.FoldsSha256 != b.FoldsSha256)
            throw new InputException("The two cross-validations have different folds (folds_sha256); run one again with the folds and the seed of the other (crossval.seed).");
        string[] targets = [.. a.Targets.Keys.Where(target => b.Targets.TryGetValue(target, out TargetScores? other) && other.IsClass == a.Targets[target].IsClass)];
        if (targets.Length == 0) throw new InputException("The two cross-validations have no target in common.");
        return [.. targets.SelectMany(target => Compare(target, a.Targets[target], Pairs(target, rowsA, rowsB), seeds.For(target)))];
    }

    private static IReadOnlyList<(HeldOutEstimate First, HeldOutEstimate Second)> Pairs(
        string target, IReadOnlyList<HeldOutEstimate> first, IReadOnlyList<HeldOutEstimate> second)
    {
        bool Serves(HeldOutEstimate row) => row.Target == target && row is { Truth: not null, Prediction: not null };
        Dictionary<int, HeldOutEstimate> others = second.Where(Serves).ToDictionary(row => row.Row);
        (HeldOutEstimate, HeldOutEstimate)[] pairs = [.. first.Where(row => Serves(row) && others.ContainsKey(row.Row)).Select(row => (row, others[row.Row]))];
        if (pairs.Any(pair => pair.Item1.Truth != pair.Item2.Truth))
            throw new InputException($"The two cross-validations have different true values of '{target}'; was its threshold changed?");
        return pairs;
    }

    private static IEnumerable<RunComparison> Compare(
        string target, TargetScores scores, IReadOnlyList<(HeldOutEstimate First, HeldOutEstimate Second)> pairs, Seeds seeds)
    {
        var folds = pairs.GroupBy(pair => pair.First.Fold).OrderBy(fold => fold.Key).ToArray();
        if (folds.Length < 2) throw new InputException($"Both cross-validations predict '{target}' in fewer than two folds; there is nothing to compare.");
        double testOverTrain = scores.Folds.Average(fold => (double)(fold.Rows + fold.Failed) / fold.TrainingRows);
        double[] ones = [.. folds.Select(fold => fold.Average(pair => Loss(pair.First, scores.IsClass)))];
        double[] others = [.. folds.Select(fold => fold.Average(pair => Loss(pair.Second, scores.IsClass)))];
        RowTest rows = RowTest.Of([.. pairs.Select(pair => Loss(pair.First, scores.IsClass) - Loss(pair.Second, scores.IsClass))], seeds);
        yield return Make(target, scores.IsClass ? "log_loss" : "mae", ones, others, testOverTrain, rows);
        if (!scores.IsClass) yield break;
        double?[] aucs = [.. folds.Select(fold => Auc(fold.Select(pair => pair.First)))], otherAucs = [.. folds.Select(fold => Auc(fold.Select(pair => pair.Second)))];
        if (aucs.All(auc => auc is not null))
            yield return Make(target, "auc", [.. aucs.OfType<double>()], [.. otherAucs.OfType<double>()], testOverTrain, null);
    }

    private static RunComparison Make(string target, string measure, double[] first, double[] second, double testOverTrain, RowTest? rows) =>
        new(target, measure, first.Average(), second.Average(), CorrectedTTest.Of([.. first.Zip(second, (a, b) => a - b)], testOverTrain), rows);

    private static double Loss(HeldOutEstimate row, bool isClass) => isClass
        ? ClassMetrics.Of([row.Truth > 0], [row.Prediction!.Value]).LogLoss!.Value
        : Math.Abs(row.Truth!.Value - row.Prediction!.Value);

    private static double? Auc(IEnumerable<HeldOutEstimate> rows)
    {
        HeldOutEstimate[] all = [.. rows];
        return Ranks.Auc([.. all.Select(row => row.Truth > 0)], [.. all.Select(row => row.Prediction!.Value)]);
    }
}
