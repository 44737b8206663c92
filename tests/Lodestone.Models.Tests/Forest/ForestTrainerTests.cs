using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;

namespace Lodestone.Models.Tests.Forest;

public sealed class ForestTrainerTests
{
    private static readonly ForestOptions Tree = new() { Trees = 1, Bootstrap = false, MaxFeatures = 1, Tolerance = 0 };

    [Fact]
    public void The_first_split_is_the_best_of_all_that_there_are()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var (features, targets) = RandomRows.Make(60, seed);
            RandomForest stump = ForestTrainer.Fit(features, targets, Tree with { MaxDepth = 1 }, new Seeds(seed)).Forest;

            double error = Enumerable.Range(0, 60).Sum(row => Math.Pow(targets[row, 0] - stump.Mean(stump.Leaves(features.Row(row)), 0), 2));

            Assert.Equal(Splits(features).Min(left => Error(targets, left)), error, 1e-3);
        }
    }

    [Fact]
    public void The_first_split_of_classes_has_the_least_gini_impurity()
    {
        var random = new RandomGenerator(1);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var (features, _) = RandomRows.Make(60, seed);
            int[] classes = [.. Enumerable.Range(0, 60).Select(row => (features[row, 0] > 0 ? 1 : 0) + (random.Next(3) == 0 ? 1 : 0))];
            var indicators = new DataMatrix(60, 3);
            for (int row = 0; row < 60; row++) indicators[row, classes[row]] = 1;

            RandomForest stump = ForestTrainer.Fit(features, indicators, Tree with { MaxDepth = 1 }, new Seeds(seed)).Forest;

            bool[] first = [.. Enumerable.Range(0, 60).Select(row => stump.Leaves(features.Row(row))[0] == 0)];
            Assert.Equal(Splits(features).Min(left => Gini(classes, left)), Gini(classes, first), 1e-9);
        }
    }

    [Fact]
    public void A_tree_without_limits_knows_its_rows_by_heart()
    {
        var (features, targets) = RandomRows.Make(500, 1, outputs: 2);
        RandomForest tree = ForestTrainer.Fit(features, targets, Tree, new Seeds(1)).Forest;

        for (int row = 0; row < 500; row++)
            for (int k = 0; k < 2; k++)
                Assert.Equal(targets[row, k], tree.Mean(tree.Leaves(features.Row(row)), k), 1e-6);
    }

    [Fact]
    public void A_missing_value_of_one_target_leaves_the_other_to_be_learnt()
    {
        var (features, truths) = RandomRows.Make(300, 1, outputs: 2);
        DataMatrix targets = new(300, 2, truths.Values.ToArray());
        for (int row = 0; row < 300; row++) targets[row, row % 2] = float.NaN;
        RandomForest forest = ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 50 }, new Seeds(1)).Forest;

        for (int k = 0; k < 2; k++)
        {
            double mean = Enumerable.Range(0, 300).Average(row => truths[row, k]), error = 0, spread = 0;
            for (int row = k; row < 300; row += 2)
            {
                error += Math.Abs(forest.Mean(forest.Leaves(features.Row(row)), k) - truths[row, k]);
                spread += Math.Abs(mean - truths[row, k]);
            }
            Assert.InRange(error / spread, 0, 0.75);
        }
    }

    [Fact]
    public void Many_different_numbers_share_bins_and_few_have_one_each()
    {
        var many = new DataMatrix(5000, 2);
        for (int row = 0; row < 5000; row++) (many[row, 0], many[row, 1]) = (row, row % 10 == 0 ? float.NaN : row % 7);
        FeatureBins bins = FeatureBins.Fit(many, 1);
        byte[][] codes = bins.EncodeColumns(many, 1);

        Assert.InRange(codes[0].Distinct().Count(), 250, 255);
        Assert.InRange(codes[0].CountBy(code => code).Max(bin => bin.Value), 19, 21);
        Assert.Equal(8, codes[1].Distinct().Count());
        Assert.Equal(FeatureBins.Missing, codes[1][10]);
        Assert.Equal(codes[0].Order(), codes[0]);
    }

    [Fact]
    public void What_cannot_be_learnt_from_is_refused_with_a_sentence()
    {
        var (features, targets) = RandomRows.Make(10, 1);
        Assert.Contains("column 1", Refusal(features.Map(1, _ => float.PositiveInfinity), targets));
        Assert.Contains("infinite value of target 0", Refusal(features, targets.Map(0, _ => float.NegativeInfinity)));
        Assert.Contains("No row has a value", Refusal(features, targets.Map(0, _ => float.NaN)));
        Assert.Contains("no row", Refusal(new DataMatrix(0, 3), new DataMatrix(0, 1)));
        Assert.Contains("trees", Assert.Throws<InputException>(() => ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 0 }, new Seeds(1))).Message);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_million_rows_are_learnt_from()
    {
        var (features, targets) = RandomRows.Make(1_000_000, 1, noise: 0.5);
        var (newFeatures, newTargets) = RandomRows.Make(1000, 2, noise: 0.5);
        RandomForest forest = ForestTrainer.Fit(features, targets, new ForestOptions { Trees = 4, MinLeaf = 20 }, new Seeds(1), threads: 1).Forest;

        double error = Enumerable.Range(0, 1000).Average(row => Math.Abs(forest.Mean(forest.Leaves(newFeatures.Row(row)), 0) - newTargets[row, 0]));

        // The noise alone gives 0.5 √(2/π).
        Assert.InRange(error, 0.39, 0.46);
    }

    [Fact]
    public void Columns_without_anything_in_them_give_the_mean()
    {
        RandomForest forest = ForestTrainer.Fit(new DataMatrix(3, 2), new DataMatrix(3, 1, [1, 2, 6]), Tree, new Seeds(1)).Forest;

        Assert.Equal(3, forest.Mean(forest.Leaves([5, float.NaN]), 0), 1e-6);
    }

    private static string Refusal(DataMatrix features, DataMatrix targets) =>
        Assert.Throws<InputException>(() => ForestTrainer.Fit(features, targets, Tree, new Seeds(1))).Message;

    /// <summary>Every way to part the rows: below a value, or missing, or both.</summary>
    private static IEnumerable<bool[]> Splits(DataMatrix features)
    {
        int[] rows = [.. Enumerable.Range(0, features.Rows)];
        for (int column = 0; column < features.Columns; column++)
        {
            float[] values = [.. rows.Select(row => features[row, column])];
            foreach (float value in values.Append(float.NegativeInfinity))
                foreach (bool missingLeft in new[] { false, true })
                    yield return [.. rows.Select(row => float.IsNaN(values[row]) ? missingLeft : values[row] <= value)];
        }
    }

    private static double Error(DataMatrix targets, bool[] left) =>
        left.Select((side, row) => (Side: side, Value: (double)targets[row, 0])).GroupBy(row => row.Side)
            .Sum(side => side.Sum(row => Math.Pow(row.Value - side.Average(other => other.Value), 2)));

    private static double Gini(int[] classes, bool[] left) =>
        left.Zip(classes).GroupBy(row => row.First)
            .Sum(side => side.Count() * (1 - side.CountBy(row => row.Second).Sum(group => Math.Pow((double)group.Value / side.Count(), 2))));
}
