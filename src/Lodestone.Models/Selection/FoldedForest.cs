using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Learning.Metrics;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Models.Selection;

/// <summary>
/// A random forest measured by cross-validation over rows and folds that never change, for any subset of the columns. The error is the mean
/// absolute error, for a class the mean of (probability − truth)².
/// </summary>
/// <param name="rows">The rows, with one target whose value is known in each: training rows only.</param>
/// <param name="folds">The folds, by index of these rows.</param>
/// <param name="options">The forest.</param>
/// <param name="seeds">Everything random takes its seed from here.</param>
public sealed class FoldedForest(LabelledRows rows, ImmutableArray<Fold> folds, ForestOptions options, Seeds seeds)
{
    private readonly ForestLearner _learner = new();

    /// <summary>The error of the forest that sees only some columns.</summary>
    /// <param name="columns">The columns, in increasing order; at least one.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public double Error(IReadOnlyList<int> columns, CancellationToken cancellation = default)
    {
        double sum = 0;
        for (int fold = 0; fold < folds.Length; fold++)
        {
            using IEstimator forest = Train(fold, columns, cancellation);
            sum += Loss(forest, rows.Features.Part([.. folds[fold].Test], columns), fold, cancellation);
        }

        return sum / rows.Count;
    }

    /// <summary>The error of always saying the median of the training rows of a fold, for a class their share of positives.</summary>
    public double ConstantError() => folds.Sum(fold =>
    {
        double[] known = [.. fold.Train.Select(Truth)];
        double constant = rows.Targets[0].IsClass ? known.Average() : Ranks.Median(known)!.Value;
        return fold.Test.Sum(row => Loss(constant, Truth(row)));
    }) / rows.Count;

    /// <summary>
    /// Ranks columns by how much the error grows when the numbers of one are shuffled between held-out rows (Breiman, Machine Learning 45, 5
    /// (2001), §10), the most important first. Columns that say the same share their importance.
    /// </summary>
    /// <param name="columns">The columns that the forest sees, in increasing order.</param>
    /// <param name="repeats">How often each is shuffled.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public ImmutableArray<RankedColumn> Rank(IReadOnlyList<int> columns, int repeats = 3, CancellationToken cancellation = default)
    {
        var growth = new double[columns.Count];
        for (int fold = 0; fold < folds.Length; fold++)
        {
            using IEstimator forest = Train(fold, columns, cancellation);
            DataMatrix held = rows.Features.Part([.. folds[fold].Test], columns);
            double before = Loss(forest, held, fold, cancellation);
            for (int i = 0; i < growth.Length; i++)
            {
                for (int repeat = 0; repeat < repeats; repeat++)
                {
                    int[] order = seeds.For("shuffling").For(fold).For(columns[i]).For(repeat).Generator().Permutation(held.Rows);
                    int column = i;
                    growth[i] += (Loss(forest, held.Replace(column, row => held[order[row], column]), fold, cancellation) - before) / repeats;
                }
            }
        }

        return [.. columns.Select((column, i) => new RankedColumn(column, growth[i] / rows.Count))
            .OrderByDescending(ranked => ranked.Importance).ThenBy(ranked => ranked.Column)];
    }

    private IEstimator Train(int fold, IReadOnlyList<int> columns, CancellationToken cancellation)
    {
        int[] train = [.. folds[fold].Train];
        var known = new LabelledRows(rows.Features.Part(train, columns), rows.Values.Select(train), rows.Targets);
        return _learner.Train(options, known, seeds.For("fold").For(fold), null, cancellation);
    }

    private double Loss(IEstimator forest, DataMatrix held, int fold, CancellationToken cancellation)
    {
        Estimate[][] said = forest.Estimate(held, cancellation);
        double sum = 0;
        for (int i = 0; i < said.Length; i++) sum += Loss(said[i][0].Mean, Truth(folds[fold].Test[i]));
        return sum;
    }

    private double Loss(double said, double truth) => rows.Targets[0].IsClass ? (said - truth) * (said - truth) : Math.Abs(said - truth);

    private double Truth(int row) => rows.Targets[0].Target.Truth(rows.Values[row, 0]);
}
