using Lodestone.Learning.Heads;
using TorchSharp;

namespace Lodestone.Learning.Tests.Heads;

public sealed class HeadLossTests
{
    private static readonly Target Magnet = new("magnetization_uB_A3") { Threshold = 0.02 };
    private static readonly Scaler Scaler = new(0, 0.05);

    public static TheoryData<string> Names => [.. TargetHead.Names.Where(name => name != "moment")];

    [Theory]
    [InlineData("l1", 1.5, 1.5)]
    [InlineData("l1", -0.5, 0.5)]
    [InlineData("mse", 1.5, 2.25)]
    [InlineData("huber", 0.5, 0.125)]
    [InlineData("huber", -3, 2.5)]
    public void Point_losses_are_those_of_the_residual(string name, double residual, double expected) =>
        Assert.Equal(expected, Loss(Head(name), 2, [(float)(2 + residual)]), 1e-6);

    [Fact]
    public void Laplace_loss_is_the_error_plus_a_hundredth_of_the_negative_log_likelihood()
    {
        double b = Math.Exp(7 * Math.Tanh(0.4 / 7));
        Assert.Equal(1.5 + 0.01 * (1.5 / b + Math.Log(2 * b)), Loss(Head("laplace"), 2, [0.5f, 0.4f]), 1e-6);
    }

    [Fact]
    public void Laplace_scale_does_not_pull_on_the_value()
    {
        float[] gradient = Gradient(Head("laplace"), 2, [0.5f, 0.4f]);
        double b = Math.Exp(7 * Math.Tanh(0.4 / 7));
        Assert.Equal(-1, gradient[0], 1e-6);
        Assert.Equal(0.01 * (1 - 1.5 / b) / Math.Pow(Math.Cosh(0.4 / 7), 2), gradient[1], 1e-7);
    }

    [Fact]
    public void Gaussian_loss_is_the_negative_log_likelihood()
    {
        double deviation = Math.Exp(7 * Math.Tanh(-0.3 / 7));
        double expected = 0.5 * Math.Pow(1.5 / deviation, 2) + Math.Log(deviation * Math.Sqrt(2 * Math.PI));
        Assert.Equal(expected, Loss(Head("gaussian"), 2, [0.5f, -0.3f]), 1e-5);
    }

    [Fact]
    public void Quantile_losses_weigh_what_lies_beyond_by_the_quantile()
    {
        Assert.Equal(1.5 + 0.1 * 2.5 + 0.9 * 0.25, Loss(Head("quantile"), 2, [0.5f, -0.5f, 1.75f]), 1e-6);
        Assert.Equal(1.5 + 0.9 * 0.5 + 0.1 * 1.25, Loss(Head("quantile"), 2, [3.5f, 2.5f, 3.25f]), 1e-6);
    }

    [Fact]
    public void Hurdle_loss_of_a_zero_is_the_cross_entropy_and_pulls_the_scale_to_one()
    {
        double b = Math.Exp(7 * Math.Tanh(2.0 / 7));
        Assert.Equal(Math.Log(1 + Math.Exp(1.2)) + 0.01 * (1 / b + Math.Log(2 * b)), Loss(Head("hurdle"), 0.39, [1.2f, 5, 2]), 1e-6);
        Assert.Equal([0.5f, 0, 0], Gradient(Head("hurdle"), 0.39, [0, 5, 0]));
        Assert.True(Gradient(Head("hurdle"), 0.39, [0, 5, 2])[2] > 0);
    }

    [Fact]
    public void Hurdle_loss_above_the_threshold_adds_the_size_and_its_scale()
    {
        double b = Math.Exp(7 * Math.Tanh(0.4 / 7));
        double expected = Math.Log(1 + Math.Exp(-1.2)) + 1.5 + 0.01 * (1.5 / b + Math.Log(2 * b));
        Assert.Equal(expected, Loss(Head("hurdle"), 2, [1.2f, 0.5f, 0.4f]), 1e-6);
    }

    [Fact]
    public void Class_loss_is_the_cross_entropy_also_for_large_logits()
    {
        Assert.Equal(Math.Log(1 + Math.Exp(-1.2)), Loss(Head("class"), 1, [1.2f]), 1e-6);
        Assert.Equal(200, Loss(Head("class"), 0, [200]), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_match_finite_differences(string name)
    {
        TargetHead head = Head(name);
        float[] raw = [.. new[] { 0.3f, 1.1f, -0.6f }.Take(head.Width)];
        float[] gradient = Gradient(head, 2.7, raw);
        for (int output = 0; output < head.Width; output++)
        {
            const float h = 1e-2f;
            float[] up = [.. raw], down = [.. raw];
            up[output] += h;
            down[output] -= h;
            double difference = (Loss(head, 2.7, up) - Loss(head, 2.7, down)) / (2 * h);
            // The residual inside the scale's term is a constant for the gradient, not for the difference.
            double constantResidual = (name, output) switch
            {
                ("laplace", 0) => -0.01 * Math.Exp(-7 * Math.Tanh(raw[1] / 7)),
                ("hurdle", 1) => -0.01 * Math.Exp(-7 * Math.Tanh(raw[2] / 7)),
                _ => 0,
            };
            Assert.Equal(difference - constantResidual, gradient[output], 2e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_output_overflows_the_loss(string name)
    {
        TargetHead head = Head(name);
        foreach (float extreme in new[] { -1e4f, 1e4f })
            Assert.True(double.IsFinite(Loss(head, 3, [.. Enumerable.Repeat(extreme, head.Width)])));
    }

    private static TargetHead Head(string name) => TargetHead.Create(Magnet with { Head = name }, Scaler);

    private static double Loss(TargetHead head, double scaled, float[] raw)
    {
        using var scope = torch.NewDisposeScope();
        return head.Loss(torch.tensor(raw).view(1, -1), torch.tensor(new[] { (float)scaled })).item<float>();
    }

    private static float[] Gradient(TargetHead head, double scaled, float[] raw)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor outputs = torch.tensor(raw, requires_grad: true);
        head.Loss(outputs.view(1, -1), torch.tensor(new[] { (float)scaled })).sum().backward();
        return outputs.grad!.data<float>().ToArray();
    }
}
