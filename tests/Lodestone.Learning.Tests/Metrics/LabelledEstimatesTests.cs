using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class LabelledEstimatesTests
{
    private static Prediction Says(double first, double second) => Prediction.Of([new(first, 0, 0, null), new(second, 0, 0, null)]);

    [Fact]
    public void Failed_rows_and_rows_without_a_truth_are_left_out()
    {
        LabelledEstimates rows = LabelledEstimates.Of([Says(1, 10), Prediction.Failed("no"), Says(2, 20), Says(3, 30)], 1, [5, 6, null, 7]);
        Assert.Equal([5, 7], rows.Truths);
        Assert.Equal([10, 30], rows.Estimates.Select(estimate => estimate.Mean));
    }

    [Fact]
    public void A_class_is_measured_as_a_class_and_has_no_intervals()
    {
        var rows = new LabelledEstimates([.. Enumerable.Repeat(0.5, 10), .. Enumerable.Repeat(0.0, 10)], [.. Enumerable.Repeat(new Estimate(0.8, 0.4, 0, null), 20)]);
        var target = new TargetDescription(new Target("magnetic") { Head = "class", Threshold = 0.02 }, new Scaler(0, 1));
        Assert.Null(target.Calibrate(rows).Calibration);
        Assert.Equal(0.5, target.Measure("x", rows).Classification!.Prevalence);
        Assert.Null(target.Measure("x", rows).Regression);
    }

    [Fact]
    public void A_number_is_measured_against_the_training_median_and_calibrated()
    {
        var rows = new LabelledEstimates([.. Enumerable.Range(0, 20).Select(i => (double)i)], [.. Enumerable.Repeat(new Estimate(10, 0, 0, null), 20)]);
        var target = new TargetDescription(new Target("gap_eV"), new Scaler(0, 1)) { TrainingMedian = 0 };
        Assert.Equal(9.5, target.Measure("x", rows).Regression!.MedianPredictorError);
        Assert.Equal(9, target.Calibrate(rows).Calibration!.Quantile);
    }
}
