using Lodestone.Learning.Objectives;
using Lodestone.Learning.Training;
using TorchSharp;

namespace Lodestone.Learning.Tests.Training;

public sealed class KeptWeightsTests
{
    private static readonly TrainingSet<Vectors> Train = Toy.Set(48);
    private static readonly TrainingSet<Vectors> Validation = Toy.Set(24, seed: 8);
    private static readonly TrainingOptions Options = Toy.Options with { Epochs = 4, BatchSize = 48 };

    [Fact]
    public void The_average_follows_its_formula()
    {
        float[][] steps = [.. Enumerable.Range(0, 5).Select(epochs => epochs == 0 ? Initial() : Weights(Constant(epochs), null))];
        double[] average = [.. steps[0].Select(weight => (double)weight)];
        for (int t = 1; t < steps.Length; t++)
        {
            double decay = Math.Min(0.3, (1.0 + t) / (10.0 + t));
            average = [.. average.Zip(steps[t], (mean, weight) => decay * mean + (1 - decay) * weight)];
        }
        float[] kept = Weights(Constant(4) with { AverageDecay = 0.3, Keep = WeightsKept.Average }, null);
        Assert.Equal(average, kept.Select(weight => (double)weight), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void An_average_leaves_the_last_weights_as_they_would_be() =>
        Assert.Equal(Weights(Options, Validation), Weights(Options with { AverageDecay = 0.9 }, Validation));

    [Fact]
    public void Best_weights_are_those_of_the_lowest_epoch()
    {
        TrainingOptions wild = Constant(8) with
        {
            Keep = WeightsKept.Best,
            Optimizer = new() { Name = OptimizerName.Sgd, LearningRate = 1, Momentum = 0.95 },
        };
        (float[] best, TrainingResult result) = Fit(wild, Validation);
        int lowest = result.History.MinBy(report => report.ValidationLoss)!.Epoch;
        Assert.Equal(lowest, result.KeptEpoch);
        Assert.InRange(lowest, 1, 7);
        Assert.Equal(best, Weights(wild with { Epochs = lowest, Keep = WeightsKept.Last }, Validation));
    }

    [Fact]
    public void Training_stops_when_patience_runs_out()
    {
        TrainingOptions wild = Constant(40) with { Patience = 3, Optimizer = new() { LearningRate = 1.5 } };
        (_, TrainingResult result) = Fit(wild, Validation);
        Assert.True(result.StoppedEarly);
        Assert.Equal(result.History.MinBy(report => report.ValidationLoss)!.Epoch + 3, result.History.Count);
    }

    [Fact]
    public void Clipping_bounds_the_step_of_plain_descent()
    {
        TrainingOptions clipped = Constant(1) with
        {
            ClipNorm = 1e-3,
            Optimizer = new() { Name = OptimizerName.Sgd, LearningRate = 1, Momentum = 0, WeightDecay = 0 },
        };
        double norm = Math.Sqrt(Initial().Zip(Weights(clipped, null), (a, b) => Math.Pow(a - b, 2)).Sum());
        Assert.Equal(1e-3, norm, 1e-6);
    }

    private static TrainingOptions Constant(int epochs) =>
        Options with { Epochs = epochs, Schedule = new() { Name = ScheduleName.Constant, WarmUpEpochs = 0 } };

    private static float[] Weights(TrainingOptions options, TrainingSet<Vectors>? validation) => Fit(options, validation).Weights;

    private static (float[] Weights, TrainingResult Result) Fit(TrainingOptions options, TrainingSet<Vectors>? validation)
    {
        Objective objective = Toy.Objective(Train);
        using ToyNetwork network = Toy.Network(objective);
        TrainingResult result = new Trainer<Vectors>(network, objective, options).Fit(Train, validation);
        return (Parameters(network), result);
    }

    private static float[] Initial()
    {
        using ToyNetwork network = Toy.Network(Toy.Objective(Train));
        return Parameters(network);
    }

    private static float[] Parameters(ToyNetwork network)
    {
        using var scope = torch.NewDisposeScope();
        return [.. network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
    }
}
