using Lodestone.Data;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Models.Selection;

/// <summary>The mean absolute error of a random forest in k-fold cross-validation, for <see cref="StochasticSelection"/>.</summary>
public static class ForestSubsetError
{
    /// <summary>Deals the rows into folds once, so that every subset is measured on the same.</summary>
    /// <param name="features">[rows, columns]: training rows only; NaN marks what is missing.</param>
    /// <param name="target">[rows], finite.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="options">The forest.</param>
    /// <param name="seed">Seed of the folds and the forests.</param>
    /// <param name="threads">How many threads may work at once; all cores if 0.</param>
    public static SubsetError Of(DataMatrix features, IReadOnlyList<float> target, int folds, ForestOptions options, ulong seed, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(features.Rows, folds);
        var seeds = new Seeds(seed);
        int[] order = seeds.For("folds").Generator().Permutation(features.Rows);
        return columns =>
        {
            double sum = 0;
            for (int fold = 0; fold < folds; fold++)
            {
                int[] held = [.. order.Where((_, i) => i % folds == fold)], others = [.. order.Where((_, i) => i % folds != fold)];
                DataMatrix known = Part(features, others, columns), targets = new(others.Length, 1, [.. others.Select(row => target[row])]);
                RandomForest forest = ForestTrainer.Fit(known, targets, options, seeds.For(fold), threads: threads).Forest;
                DataMatrix unknown = Part(features, held, columns);
                for (int i = 0; i < held.Length; i++) sum += Math.Abs(forest.Mean(forest.Leaves(unknown.Row(i)), 0) - target[held[i]]);
            }

            return sum / features.Rows;
        };
    }

    private static DataMatrix Part(DataMatrix features, int[] rows, IReadOnlyList<int> columns)
    {
        var part = new DataMatrix(rows.Length, columns.Count);
        for (int row = 0; row < rows.Length; row++)
            for (int column = 0; column < columns.Count; column++)
                part[row, column] = features[rows[row], columns[column]];
        return part;
    }
}
