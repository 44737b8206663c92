using Lodestone.Learning.Training;
using Lodestone.Learning.Training.Optimizers;
using TorchSharp;

namespace Lodestone.Learning.Tests.Training;

public sealed class OptimizerTests
{
    private static readonly float[] Start = [1, -2, 0.5f];

    [Fact]
    public void Adam_takes_the_steps_of_torch() => Compare(
        new() { Name = OptimizerName.Adam, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-6, WeightDecay = 0.1 },
        parameter => torch.optim.Adam([parameter], 0.05, 0.8, 0.95, 1e-6, 0.1));

    [Fact]
    public void AdamW_takes_the_steps_of_torch() => Compare(
        new() { Name = OptimizerName.AdamW, WeightDecay = 0.1 },
        parameter => torch.optim.AdamW([parameter], 0.05, 0.9, 0.999, 1e-8, 0.1));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sgd_takes_the_steps_of_torch(bool nesterov) => Compare(
        new() { Name = OptimizerName.Sgd, Momentum = 0.7, Nesterov = nesterov, WeightDecay = 0.1 },
        parameter => torch.optim.SGD([parameter], 0.05, 0.7, 0, 0.1, nesterov));

    private static void Compare(OptimizerOptions options, Func<TorchSharp.Modules.Parameter, torch.optim.Optimizer> reference)
    {
        using var scope = torch.NewDisposeScope();
        var expected = new TorchSharp.Modules.Parameter(torch.tensor(Start));
        torch.optim.Optimizer theirs = reference(expected);
        torch.Tensor actual = torch.tensor(Start);
        using Optimizer ours = Optimizer.Create(options, actual);
        for (int step = 1; step <= 20; step++)
        {
            theirs.zero_grad();
            expected.pow(4).sum().backward();
            theirs.step();
            using var noGrad = torch.no_grad();
            ours.Step(actual, actual.pow(3) * 4, 0.05, step);
        }
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 2e-6);
        Assert.NotEqual(Start, actual.data<float>().ToArray());
    }
}
