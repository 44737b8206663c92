using Lodestone.Data;
using Lodestone.Models.Forest;

namespace Lodestone.Models.Tests.Forest;

public sealed class ForestUncertaintyTests
{
    [Fact]
    public void The_infinitesimal_jackknife_is_its_formula()
    {
        var (features, targets) = RandomRows.Make(50, 1);
        RandomForest forest = ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 20 }, new Seeds(1)).Forest;
        double[] said = forest.TreeMeans(forest.Leaves(features.Row(0)), 0);
        double mean = said.Average(), expected = 0;
        for (int row = 0; row < 50; row++)
        {
            double covariance = forest.Trees.Select((tree, b) =>
            {
                int place = Array.IndexOf(tree.LeafRows, row);
                return ((place < 0 ? 0 : tree.LeafCounts[place]) - 1) * (said[b] - mean);
            }).Sum() / 20;
            expected += covariance * covariance;
        }
        expected -= 50.0 / (20 * 20) * said.Sum(value => (value - mean) * (value - mean));

        Assert.Equal(expected, new InfinitesimalJackknife(forest).Variance(said), 1e-9);
    }

    [Fact]
    public void The_infinitesimal_jackknife_of_a_mean_is_the_variance_of_a_mean()
    {
        // Stumps without a column to split say the mean of their bootstrap sample: the estimate must be that of the textbook, s²/n.
        var random = new RandomGenerator(1);
        const int Rows = 40;
        float[] values = [.. Enumerable.Range(0, Rows).Select(_ => (float)random.NextNormal())];
        var nothing = new Models.Estimators.DataMatrix(Rows, 1);
        RandomForest forest = ForestTrainer.Fit(nothing, new(Rows, 1, values), new ForestOptions { Trees = 4000 }, new Seeds(1)).Forest;
        double mean = values.Average(), expected = values.Sum(value => (value - mean) * (value - mean)) / Rows / Rows;

        double variance = new InfinitesimalJackknife(forest).Variance(forest.TreeMeans(forest.Leaves([0]), 0));

        Assert.InRange(variance / expected, 0.9, 1.1);
    }

    [Fact]
    public void Quantiles_are_those_of_the_values_in_the_leaf()
    {
        float[] values = [5, 1, 4, 2, 3, 9, 8, 7, 6, 10];
        RandomForest forest = ForestTrainer.Fit(new(10, 1), new(10, 1, values), new ForestOptions { Trees = 3, Bootstrap = false }, new Seeds(1)).Forest;
        LeafDistribution distribution = forest.Distribution(forest.Leaves([0]), 0);

        Assert.Equal([1, 1, 3, 5, 9, 10], new[] { 0, 0.1, 0.3, 0.5, 0.9, 1 }.Select(distribution.Quantile));
        Assert.Equal(5.5, distribution.Mean, 1e-12);
        Assert.Equal(8.25, distribution.Variance, 1e-12);
        Assert.Equal(3, distribution.Weight, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(100)]
    public void A_distribution_is_that_of_the_values_in_the_leaves(int minLeaf)
    {
        var (features, targets) = RandomRows.Make(300, 2);
        RandomForest forest = ForestTrainer.Fit(features, targets.Map(0, value => MathF.Round(value * 4)), new ForestOptions { Trees = 9, MinLeaf = minLeaf }, new Seeds(1)).Forest;
        for (int row = 0; row < 20; row++)
        {
            int[] leaves = forest.Leaves(features.Row(row));
            (double Value, double Weight)[] all = [.. forest.Trees.SelectMany((tree, t) => In(forest, tree, leaves[t])).OrderBy(one => one.Value)];
            double mean = all.Sum(one => one.Weight * one.Value) / 9;
            LeafDistribution distribution = forest.Distribution(leaves, 0);

            Assert.Equal(mean, distribution.Mean, 1e-9);
            Assert.Equal(all.Sum(one => one.Weight * (one.Value - mean) * (one.Value - mean)) / 9, distribution.Variance, 1e-9);
            foreach (double share in new[] { 0, 0.05, 0.5, 0.77, 1 })
            {
                double sum = 0;
                Assert.Equal(all.First(one => (sum += one.Weight) >= share * 9 * (1 - 1e-9)).Value, distribution.Quantile(share));
            }
        }

        static IEnumerable<(double Value, double Weight)> In(RandomForest forest, DecisionTree tree, int leaf)
        {
            Range rows = tree.LeafStart[leaf]..tree.LeafStart[leaf + 1];
            double draws = tree.LeafCounts[rows].Sum(count => (double)count);
            return Enumerable.Range(rows.Start.Value, rows.End.Value - rows.Start.Value).Select(i => ((double)forest.Targets[tree.LeafRows[i], 0], tree.LeafCounts[i] / draws));
        }
    }

    [Fact]
    public void Nine_tenths_of_new_rows_lie_between_the_outer_twentieths()
    {
        var (features, targets) = RandomRows.Make(2000, 1, noise: 1);
        var (newFeatures, newTargets) = RandomRows.Make(1000, 2, noise: 1);
        RandomForest forest = ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 60, MinLeaf = 5 }, new Seeds(1)).Forest;

        int inside = Enumerable.Range(0, 1000).Count(row =>
        {
            LeafDistribution distribution = forest.Distribution(forest.Leaves(newFeatures.Row(row)), 0);
            return distribution.Quantile(0.05) <= newTargets[row, 0] && newTargets[row, 0] <= distribution.Quantile(0.95);
        });

        Assert.InRange(inside, 860, 970);
    }

    [Fact]
    public void The_deviation_of_the_mean_lies_between_its_bounds()
    {
        var (features, targets) = RandomRows.Make(300, 1);
        RandomForest forest = ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 25 }, new Seeds(1)).Forest;
        var reader = new ForestReader(forest);
        for (int row = 0; row < 50; row++)
        {
            double[] trees = forest.TreeMeans(forest.Leaves(features.Row(row)), 0);
            double one = trees.Sum(tree => Math.Pow(tree - trees.Average(), 2)) / 24;

            ForestStatistics said = reader.Read(features.Row(row))[0];

            Assert.InRange(said.MeanVariance, one / 25 * 0.999, one * 1.001);
            Assert.True(said.Variance >= 0);
        }
    }
}
