using System.Text.Json;
using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    private static readonly double[] Truths = [1, 2, 3, 6];
    private static readonly Estimate[] Estimates =
    [
        new(1.5, 1, 0, new Interval(0.5, 2.5)),
        new(2, 3, 4, new Interval(1, 3)),
        new(2, 1, 0, new Interval(1, 2.5)),
        new(8, 0, 2, new Interval(6, 10)),
    ];

    [Fact]
    public void Four_rows_worked_out_by_hand()
    {
        RegressionMetrics m = RegressionMetrics.Of(Truths, Estimates);
        Assert.Equal(4, m.Count);
        Assert.Equal(3.5 / 4, m.MeanAbsoluteError!.Value, 12);
        Assert.Equal(Math.Sqrt(5.25 / 4), m.RootMeanSquareError!.Value, 12);
        Assert.Equal(1 - 5.25 / 14, m.RSquared!.Value, 12);
        Assert.Equal(0.75, m.MedianAbsoluteError!.Value, 12);
        Assert.Equal((1.5 + 0.5 + 0.5 + 3.5) / 4, m.MedianPredictorError!.Value, 12);
        Assert.Equal("evaluated", m.MedianOf);
        Assert.Equal(0.75, m.Coverage!.Value, 12);
        Assert.Equal((2 + 2 + 1.5 + 4) / 4, m.Width!.Value, 12);
        double halfLog = 0.5 * Math.Log(2 * Math.PI);
        Assert.Equal(halfLog + (0.125 + Math.Log(5) + 0.5 + Math.Log(2) + 0.5) / 4, m.NegativeLogLikelihood!.Value, 12);
        // Ranks 1 2 3 4 against 1 2.5 2.5 4: Σab = 4.5, Σa² = 5, Σb² = 4.5 about the mean rank 2.5.
        Assert.Equal(4.5 / Math.Sqrt(5 * 4.5), m.Spearman!.Value, 12);
    }

    [Fact]
    public void The_training_median_is_used_where_it_is_known()
    {
        RegressionMetrics m = RegressionMetrics.Of(Truths, Estimates, trainingMedian: 0);
        Assert.Equal(3, m.MedianPredictorError!.Value, 12);
        Assert.Equal("training", m.MedianOf);
    }

    [Fact]
    public void No_row_defines_nothing() => Assert.Equal(new RegressionMetrics { Count = 0 }, RegressionMetrics.Of([], []));

    [Fact]
    public void One_row_defines_errors_only()
    {
        RegressionMetrics m = RegressionMetrics.Of([2], [new Estimate(3, 0, 0, null)]);
        Assert.Equal(1, m.MeanAbsoluteError);
        Assert.Equal(1, m.RankedProbabilityScore);
        Assert.Equal(0, m.MedianPredictorError);
        Assert.Null(m.RSquared);
        Assert.Null(m.Spearman);
        Assert.Null(m.NegativeLogLikelihood);
        Assert.Null(m.Coverage);
        Assert.Null(m.Width);
    }

    [Fact]
    public void Constant_truths_define_no_correlation()
    {
        // 0.1 + 0.1 + 0.1 rounds, so that a sum of squares about the mean would not be exactly zero.
        RegressionMetrics m = RegressionMetrics.Of([0.1, 0.1, 0.1], [new(1, 1, 0, null), new(2, 1, 0, null), new(3, 1, 0, null)]);
        Assert.Null(m.RSquared);
        Assert.Null(m.Spearman);
    }

    [Fact]
    public void Json_has_the_names_of_the_contract()
    {
        using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(RegressionMetrics.Of(Truths, Estimates)));
        string[] names = ["n", "mae", "rmse", "r2", "median_abs", "median_predictor_mae", "median_of", "coverage90", "width90", "nll", "crps", "spearman"];
        Assert.Equal(names, json.RootElement.EnumerateObject().Select(property => property.Name));
    }
}
