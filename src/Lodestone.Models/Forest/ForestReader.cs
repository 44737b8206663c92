namespace Lodestone.Models.Forest;

/// <summary>Reads from a forest what is needed for an estimate with error bars.</summary>
/// <param name="forest">The forest.</param>
public sealed class ForestReader(RandomForest forest)
{
    private readonly Lazy<InfinitesimalJackknife> _jackknife = new(() => new InfinitesimalJackknife(forest));

    /// <summary>The forest.</summary>
    public RandomForest Forest { get; } = forest;

    /// <summary>What the forest says of every output of a row.</summary>
    /// <param name="row">[columns], finite or NaN.</param>
    /// <returns>[outputs]</returns>
    public ForestStatistics[] Read(ReadOnlySpan<float> row)
    {
        int[] leaves = Forest.Leaves(row);
        var statistics = new ForestStatistics[Forest.Outputs];
        for (int output = 0; output < statistics.Length; output++)
        {
            LeafDistribution values = Forest.Distribution(leaves, output);
            statistics[output] = new ForestStatistics(
                Forest.Mean(leaves, output), values.Quantile(0.5), values.Variance, MeanVariance(Forest.TreeMeans(leaves, output)));
        }
        return statistics;
    }

    /// <summary>
    /// The infinitesimal jackknife, held between two bounds: a mean of B trees varies at least by the variance between trees divided by B,
    /// and no more than a single tree. With few trees for many rows the estimate itself is noise and would leave them.
    /// </summary>
    private double MeanVariance(double[] trees)
    {
        double mean = 0, squares = 0;
        double[] said = [.. trees.Where(tree => !double.IsNaN(tree))];
        foreach (double tree in said) mean += tree / said.Length;
        foreach (double tree in said) squares += (tree - mean) * (tree - mean);
        double one = squares / Math.Max(said.Length - 1, 1);
        if (one == 0 || said.Length < trees.Length) return one;
        return Math.Clamp(_jackknife.Value.Variance(trees), one / said.Length, one);
    }
}
