using Lodestone.Data;
using Lodestone.Data.Splits;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;
using Lodestone.Models.Selection;
using Lodestone.Models.Tests.Forest;

namespace Lodestone.Models.Tests.Selection;

public sealed class FoldedForestTests
{
    private static readonly int[] All = [0, 1, 2, 3, 4];

    [Theory]
    [InlineData("laplace")]
    [InlineData("class")]
    public void The_columns_that_decide_the_target_lower_the_error(string head)
    {
        FoldedForest forest = Make(head);
        Assert.Equal(forest.Error([0, 1]), forest.Error([0, 1]));
        Assert.True(forest.Error([0, 1, 2, 3]) < 0.9 * forest.Error([4]));
        Assert.True(forest.Error([0, 1, 2, 3]) < 0.8 * forest.ConstantError());
    }

    [Fact]
    public void The_ranking_puts_noise_last()
    {
        RankedColumn[] ranking = [.. Make("laplace").Rank(All)];
        Assert.Equal(All, ranking.Select(ranked => ranked.Column).Order());
        Assert.Equal(4, ranking[^1].Column);
        Assert.True(ranking[0].Importance > 10 * Math.Abs(ranking[^1].Importance));
    }

    [Fact]
    public void A_constant_has_the_error_of_the_median_of_the_other_folds()
    {
        var target = new TargetDescription(new Target("y"), new Scaler(0, 1));
        var rows = new LabelledRows(new DataMatrix(4, 1), new DataMatrix(4, 1, [1, 2, 4, 8]), [target]);
        var forest = new FoldedForest(rows, [new Fold([2, 3], [0, 1]), new Fold([0, 1], [2, 3])], new ForestOptions(), new Seeds(1));
        Assert.Equal((5 + 4 + 2.5 + 6.5) / 4, forest.ConstantError());
    }

    private static FoldedForest Make(string head)
    {
        (DataMatrix features, DataMatrix values) = RandomRows.Make(200, 3);
        var target = new Target("y") { Head = head, Threshold = 1 };
        var rows = new LabelledRows(features, values, [new TargetDescription(target, Scaler.Fit(target, values.Values.ToArray().Select(value => (double)value)))]);
        return new FoldedForest(rows, Folds.Random(200, 3, 1), new ForestOptions { Trees = 15 }, new Seeds(1));
    }
}
