using CsCheck;
using Lodestone.Data;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Models.Tests.Forest;

/// <summary>What must hold for every forest.</summary>
public sealed class ForestPropertyTests
{
    private static readonly Gen<(ulong Seed, int Rows, int Outputs, ForestOptions Options)> Cases =
        Gen.Select(Gen.ULong, Gen.Int[2, 400], Gen.Int[1, 2], Gen.Int[1, 4], Gen.Bool, Gen.Double[0.2, 1], (seed, rows, outputs, minLeaf, bootstrap, share) =>
            (seed, rows, outputs, new ForestOptions { Trees = 5, MinLeaf = minLeaf, Bootstrap = bootstrap, MaxFeatures = share }));

    [Fact]
    public void The_number_of_threads_changes_no_bit() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            byte[][] files = [.. new[] { 1, 2, 3 }.Select(threads => Bytes(ForestTrainer.Fit(features, targets, c.Options, new Seeds(c.Seed), threads: threads)))];
            Assert.Equal(files[0], files[1]);
            Assert.Equal(files[0], files[2]);
        },
        iter: 20);

    [Fact]
    public void The_order_of_the_rows_changes_no_bit() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            int[] order = new RandomGenerator(c.Seed + 1).Permutation(c.Rows);
            ForestFit straight = Fit(features, targets, c.Options), mixed = Fit(features.Select(order), targets.Select(order), c.Options);
            Assert.Equal(Bytes(straight), Bytes(mixed));
            for (int i = 0; i < c.Rows; i++)
                Assert.Equal(straight.OutOfBagLeaves(order[i]), mixed.OutOfBagLeaves(i));
        },
        iter: 20);

    [Fact]
    public void A_constant_column_changes_nothing() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            DataMatrix constant = features.With(_ => 7).With(_ => float.NaN).With(_ => 0);
            RandomForest narrow = Fit(features, targets, c.Options).Forest, wide = Fit(constant, targets, c.Options).Forest;
            for (int row = 0; row < c.Rows; row++)
                Assert.Equal(narrow.Leaves(features.Row(row)), wide.Leaves(constant.Row(row)));
        },
        iter: 20);

    [Fact]
    public void A_monotone_transform_of_a_column_changes_no_split() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            DataMatrix bent = features.Map(0, x => x * x * x).Map(1, x => MathF.Exp(x)).Map(2, x => 1000 * x - 3);
            RandomForest straight = Fit(features, targets, c.Options).Forest, other = Fit(bent, targets, c.Options).Forest;
            for (int row = 0; row < c.Rows; row++)
                Assert.Equal(straight.Leaves(features.Row(row)), other.Leaves(bent.Row(row)));
        },
        iter: 20);

    [Fact]
    public void A_prediction_is_the_mean_of_the_trees_and_of_the_values_in_their_leaves() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            RandomForest forest = Fit(features, targets, c.Options).Forest;
            for (int row = 0; row < Math.Min(c.Rows, 20); row++)
            {
                int[] leaves = forest.Leaves(features.Row(row));
                for (int output = 0; output < c.Outputs; output++)
                {
                    Assert.Equal(forest.TreeMeans(leaves, output).Average(), forest.Mean(leaves, output), 1e-9);
                    Assert.Equal(forest.Distribution(leaves, output).Mean, forest.Mean(leaves, output), 1e-5);
                }
            }
        },
        iter: 20);

    [Fact]
    public void A_leaf_is_never_smaller_than_asked_for() => Cases.Sample(
        c =>
        {
            var (features, targets) = RandomRows.Make(c.Rows, c.Seed, c.Outputs);
            foreach (DecisionTree tree in Fit(features, targets, c.Options).Forest.Trees)
                for (int leaf = 0; leaf < tree.Leaves; leaf++)
                    Assert.True(tree.Leaves == 1 || tree.LeafStart[leaf + 1] - tree.LeafStart[leaf] >= c.Options.MinLeaf);
        },
        iter: 20);

    [Fact]
    public void A_weight_of_two_is_a_row_twice()
    {
        var (features, targets) = RandomRows.Make(80, 3);
        int[] twice = [.. Enumerable.Range(0, 80).SelectMany(row => row % 3 == 0 ? new[] { row, row } : [row])];
        float[] weights = [.. Enumerable.Range(0, 80).Select(row => row % 3 == 0 ? 2f : 1f)];
        var options = new ForestOptions { Trees = 1, Bootstrap = false, MaxFeatures = 1, MaxDepth = 4 };

        RandomForest weighted = ForestTrainer.Fit(features, targets, options, new Seeds(1), weights).Forest;
        RandomForest doubled = Fit(features.Select(twice), targets.Select(twice), options).Forest;

        for (int row = 0; row < 80; row++)
            Assert.Equal(doubled.Mean(doubled.Leaves(features.Row(row)), 0), weighted.Mean(weighted.Leaves(features.Row(row)), 0), 1e-6);
    }

    [Fact]
    public void The_out_of_bag_error_is_about_that_of_rows_never_seen()
    {
        var (features, targets) = RandomRows.Make(1500, 3, noise: 0.5);
        var (newFeatures, newTargets) = RandomRows.Make(1500, 4, noise: 0.5);
        ForestFit fit = Fit(features, targets, new ForestOptions { Trees = 100 });

        double outOfBag = 0, heldOut = 0;
        for (int row = 0; row < 1500; row++)
        {
            outOfBag += Math.Abs(fit.Forest.Mean(fit.OutOfBagLeaves(row), 0) - targets[row, 0]) / 1500;
            heldOut += Math.Abs(fit.Forest.Mean(fit.Forest.Leaves(newFeatures.Row(row)), 0) - newTargets[row, 0]) / 1500;
        }

        Assert.InRange(outOfBag / heldOut, 0.93, 1.07);
        Assert.InRange(heldOut, 0.4, 0.75);
    }

    private static ForestFit Fit(DataMatrix features, DataMatrix targets, ForestOptions options) =>
        ForestTrainer.Fit(features, targets, options, new Seeds(1), threads: 1);

    private static byte[] Bytes(ForestFit fit) => [.. ForestTensors.Save(fit.Forest, "").SelectMany(tensor => tensor.Data.ToArray())];
}
