using Lodestone.Learning.Metrics;

namespace Lodestone.Learning.Tests.Metrics;

public sealed class ClassMetricsTests
{
    [Fact]
    public void Four_rows_worked_out_by_hand()
    {
        ClassMetrics m = ClassMetrics.Of([true, false, true, false], [0.9, 0.2, 0.5, 0.5]);
        Assert.Equal(0.875, m.Auc!.Value, 12);
        Assert.Equal(0.75, m.Accuracy!.Value, 12);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.8) + 2 * Math.Log(0.5)) / 4, m.LogLoss!.Value, 12);
        Assert.Equal((0.1 + 0.2 + 0) / 4, m.CalibrationError!.Value, 12);
        Assert.Equal(0.5, m.Prevalence);
    }

    [Fact]
    public void Certain_and_wrong_costs_a_finite_loss()
    {
        ClassMetrics m = ClassMetrics.Of([true], [0]);
        Assert.Equal(-Math.Log(1e-15), m.LogLoss!.Value, 9);
        Assert.Equal(1, m.CalibrationError);
        Assert.Null(m.Auc);
    }

    [Fact]
    public void Probability_one_falls_into_the_last_bin() =>
        Assert.Equal((1 - 0.04) / 2, ClassMetrics.Of([false, true], [1, 0.96]).CalibrationError!.Value, 12);

    [Fact]
    public void No_row_defines_nothing() => Assert.Equal(new ClassMetrics { Count = 0 }, ClassMetrics.Of([], []));

    [Fact]
    public void Certain_and_right_costs_nothing() =>
        Assert.Equal("0", ClassMetrics.Of([true, false], [1, 0]).LogLoss!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
