using Lodestone.Data;
using Lodestone.Matter;

using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>
/// Trains random forests (L. Breiman, Machine Learning 45, 5 (2001)): trees grown on bootstrap samples, each split the best of a random
/// part of the columns by the decrease of the squared error summed over the outputs. Classes enter as indicators, 0 or 1 an output: the
/// squared error of indicators is the Gini impurity. Every tree takes its random numbers from a seed of its own and is grown by one thread,
/// so that the forest is the same, bit by bit, for any number of threads.
/// </summary>
public static class ForestTrainer
{
    /// <summary>Trains a forest.</summary>
    /// <param name="features">[rows, columns], finite or NaN.</param>
    /// <param name="targets">[rows, outputs], finite or NaN; outputs weigh equally, so they should be of one scale.</param>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="seeds">Everything random takes its seed from here.</param>
    /// <param name="weights">A positive weight a row; without it, all weigh the same.</param>
    /// <param name="threads">How many threads may work at once; all cores if 0.</param>
    /// <param name="progress">Told of each finished tree, how many are done.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">A number is infinite, an option is out of its range, or there is nothing to learn from.</exception>
    public static ForestFit Fit(
        DataMatrix features, DataMatrix targets, ForestOptions options, Seeds seeds, ReadOnlySpan<float> weights = default,
        int threads = 0, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        if (threads <= 0) threads = Environment.ProcessorCount;
        TrainingRows training = TrainingRows.Of(features, targets, weights, options.Tolerance, threads);
        var trees = new DecisionTree[options.Trees];
        var gains = new double[options.Trees][];
        int done = 0;
        Parallel.For(
            0, options.Trees,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new TreeBuilder(options, training),
            (tree, _, builder) =>
            {
                gains[tree] = new double[features.Columns];
                trees[tree] = builder.Grow(seeds.For("tree").For(tree).Generator(), gains[tree]);
                progress?.Report(Interlocked.Increment(ref done));
                return builder;
            },
            _ => { });
        cancellation.ThrowIfCancellationRequested();
        return new ForestFit(new RandomForest(training.Bins, trees, training.Targets, training.Weights, Importance(gains)), training);
    }

    /// <summary>The mean over the trees of each column's share of the decrease of impurity.</summary>
    private static float[] Importance(double[][] gains)
    {
        var importance = new double[gains[0].Length];
        foreach (double[] tree in gains)
        {
            double sum = tree.Sum();
            for (int column = 0; column < importance.Length && sum > 0; column++)
                importance[column] += tree[column] / sum / gains.Length;
        }
        return [.. importance.Select(value => (float)value)];
    }
}
