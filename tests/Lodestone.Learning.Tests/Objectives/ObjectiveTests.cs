using Lodestone.Learning.Heads;
using Lodestone.Learning.Objectives;
using TorchSharp;

namespace Lodestone.Learning.Tests.Objectives;

public sealed class ObjectiveTests
{
    private static readonly float[,] Raw = { { 1, 10 }, { 2, 20 }, { 3, 30 } };

    [Fact]
    public void Loss_is_the_weighted_mean_over_the_rows_with_a_label()
    {
        (float loss, _) = Run(Objective(1, 0.5), new([0, 2], [0, 1]), new([1], [18]));
        Assert.Equal((1 + 2) / 2.0 + 0.5 * 2, loss, 1e-6);
    }

    [Fact]
    public void A_target_without_a_label_changes_no_gradient_of_the_others()
    {
        var first = new TargetLabels([0, 2], [0, 1]);
        (_, float[] joint) = Run(Objective(1, 1), first, new([], []));
        (_, float[] alone) = Run(Objective(1, 0), first, new([0, 1, 2], [1, 2, 3]));
        Assert.Equal(alone, joint);
        Assert.Equal([0.5f, 0, 0, 0, 0.5f, 0], joint);
    }

    [Fact]
    public void Penalties_are_added()
    {
        (float loss, _) = Run(new Objective(Heads(1, 1), new SumOfOutputs()), new([0], [1]), new([], []));
        Assert.Equal(66, loss);
    }

    [Fact]
    public void A_batch_without_a_label_is_refused() =>
        Assert.Throws<ArgumentException>(() => Run(Objective(1, 1), new([], []), new([], [])));

    private static Objective Objective(double first, double second) => new(Heads(first, second));

    private static HeadSet Heads(double first, double second) => new(
        new[] { first, second }.Select(weight => TargetHead.Create(new Target("t") { Head = "l1", Weight = weight }, new Scaler(0, 1))));

    private static (float Loss, float[] Gradient) Run(Objective objective, params TargetLabels[] labels)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor raw = torch.tensor(Raw).requires_grad_(true);
        torch.Tensor loss = objective.Loss(raw, labels);
        loss.backward();
        return (loss.item<float>(), raw.grad!.data<float>().ToArray());
    }

    private sealed class SumOfOutputs : IPenalty
    {
        public torch.Tensor Value(torch.Tensor raw) => raw.sum();
    }
}
