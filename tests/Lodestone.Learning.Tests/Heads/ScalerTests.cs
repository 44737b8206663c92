using Lodestone.Learning.Heads;
using Lodestone.Matter;

namespace Lodestone.Learning.Tests.Heads;

public sealed class ScalerTests
{
    [Fact]
    public void Centre_and_scale_are_mean_and_standard_deviation() =>
        Assert.Equal(new Scaler(3, 2), Scaler.Fit(new Target("t"), [1, 5, 1, 5]));

    [Fact]
    public void A_robust_scaler_takes_median_and_median_deviation()
    {
        Scaler scaler = Scaler.Fit(new Target("t"), [1, 2, 3, 4, 1e9], robust: true);
        Assert.Equal(3, scaler.Center);
        Assert.Equal(1.4826, scaler.Scale, 1e-4);
    }

    [Fact]
    public void A_robust_scaler_of_mostly_equal_values_falls_back() =>
        Assert.Equal(new Scaler(1, 2), Scaler.Fit(new Target("t"), [0, 0, 0, 0, 5], robust: true));

    [Fact]
    public void The_zero_inflated_head_keeps_zero_and_scales_what_is_above_its_threshold()
    {
        Scaler scaler = Scaler.Fit(new Target("t") { Head = "hurdle", Threshold = 0.5 }, [0, 0.5, 0, 3, 4]);
        Assert.Equal((0, Math.Sqrt(12.5)), (scaler.Center, scaler.Scale));
    }

    [Fact]
    public void A_class_and_a_constant_are_not_scaled()
    {
        Assert.Equal(new Scaler(0, 1), Scaler.Fit(new Target("t") { Head = "class" }, [0, 1, 1]));
        Assert.Equal(new Scaler(2, 1), Scaler.Fit(new Target("t"), [2, 2, 2]));
        Assert.Equal(new Scaler(0, 1), Scaler.Fit(new Target("t") { Head = "hurdle" }, [0, 0]));
    }

    [Fact]
    public void No_value_is_refused() =>
        Assert.Equal("No training row has a value of the target 'gap'; give more rows, or split them in another way.",
            Assert.Throws<InputException>(() => Scaler.Fit(new Target("gap"), [])).Message);
}
