using Lodestone.Data;
using Lodestone.Learning.Heads;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests.Heads;

public sealed class HeadEstimateTests
{
    private static readonly Scaler Scaler = new(1, 0.5);

    [Fact]
    public void Error_bars_are_in_the_unit_of_the_target()
    {
        double scale = Math.Exp(7 * Math.Tanh(-1.0 / 7));
        AssertEstimate(1 + 0.5 * 2, 0, Head("l1").Interpret([2]));
        AssertEstimate(1 + 0.5 * 2, 0.5 * Math.Sqrt(2) * scale, Head("laplace").Interpret([2, -1]));
        AssertEstimate(1 + 0.5 * 2, 0.5 * scale, Head("gaussian").Interpret([2, -1]));
        AssertEstimate(0.75, Math.Sqrt(0.75 * 0.25), Head("class").Interpret([(float)Math.Log(3)]));
    }

    [Fact]
    public void Quantiles_of_a_normal_distribution_give_its_deviation_in_whatever_order_they_come()
    {
        AssertEstimate(1 + 0.5 * 2, 0.5 * 3, Head("quantile").Interpret([2, 2 - 3 * 1.28155157f, 2 + 3 * 1.28155157f]));
        AssertEstimate(1 + 0.5 * 2, 0.5 * 3, Head("quantile").Interpret([2 + 3 * 1.28155157f, 2, 2 - 3 * 1.28155157f]));
    }

    [Fact]
    public void Hurdle_estimate_has_the_moments_of_its_mixture()
    {
        TargetHead head = TargetHead.Create(new Target("m") { Head = "hurdle" }, new Scaler(0, 0.5));
        Estimate estimate = head.Interpret([(float)Math.Log(3), 4, -1]);
        double b = Math.Exp(7 * Math.Tanh(-1.0 / 7));
        RandomGenerator random = new Seeds(3).Generator();
        double[] draws = [.. Enumerable.Range(0, 400_000).Select(_ => random.NextDouble() < 0.75 ? 0.5 * (4 + Laplace(random, b)) : 0)];
        double mean = draws.Average();
        Assert.Equal(1.5, estimate.Mean, 1e-6);
        Assert.Equal(mean, estimate.Mean, 0.01);
        Assert.Equal(Math.Sqrt(draws.Average(draw => (draw - mean) * (draw - mean))), estimate.Aleatoric, 0.01);
    }

    [Fact]
    public void A_mean_is_clipped_to_the_minimum_of_its_target()
    {
        var gap = new Target("band_gap_eV") { Minimum = 0 };
        Assert.Equal(0, TargetHead.Create(gap, Scaler).Interpret([-9, 0]).Mean);
        Assert.Equal(1.5, TargetHead.Create(gap, Scaler).Interpret([1, 0]).Mean);
    }

    [Fact]
    public void A_set_of_heads_shares_the_outputs_from_left_to_right()
    {
        var heads = new HeadSet([Head("laplace"), Head("class"), Head("l1")]);
        using torch.Tensor raw = torch.tensor(new float[,] { { 1, 0, 0, 2 }, { 3, 0, 0, 4 } });
        var rows = heads.Interpret(raw);
        Assert.Equal(4, heads.Outputs);
        Assert.Equal([[1.5, 0.5, 2], [2.5, 0.5, 3]], rows.Select(row => row.Select(estimate => estimate.Mean)));
    }

    [Fact]
    public void An_unknown_head_is_refused_with_the_known_names()
    {
        string message = Assert.Throws<InputException>(() => Head("student")).Message;
        Assert.Equal(
            "The target 't' asks for an unknown head 'student'; use one of l1, mse, huber, laplace, gaussian, quantile, hurdle, class, moment.", message);
    }

    private static TargetHead Head(string name) => TargetHead.Create(new Target("t") { Head = name }, Scaler);

    private static double Laplace(RandomGenerator random, double b) =>
        b * (Math.Log(1 - random.NextDouble()) - Math.Log(1 - random.NextDouble()));

    private static void AssertEstimate(double mean, double deviation, Estimate actual)
    {
        Assert.Equal(mean, actual.Mean, 1e-6);
        Assert.Equal(deviation, actual.Aleatoric, 1e-6);
        Assert.Null(actual.Interval);
    }
}
