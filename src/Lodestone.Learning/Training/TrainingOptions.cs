using Lodestone.Matter;

namespace Lodestone.Learning.Training;

/// <summary>How a network is trained. Equal options, data and thread count give bit-equal weights on a CPU.</summary>
public sealed record TrainingOptions
{
    /// <summary>How often every training row is seen.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>The largest number of materials in a batch. The batches of an epoch differ in size by one at most.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>The optimizer.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>The course of the learning rate.</summary>
    public ScheduleOptions Schedule { get; init; } = new();

    /// <summary>Gradients with a larger Euclidean norm (over all parameters) are scaled down to it; null leaves them.
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, ICML (2013), algorithm 1.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>
    /// Decay d a step of a moving average of weights and buffers; null keeps none. After step t the average takes a part
    /// 1 − min(d, (1 + t)/(10 + t)) of the weights, so that it soon forgets the start. The validation rows then judge the average.
    /// Source: B. T. Polyak and A. B. Juditsky, SIAM J. Control Optim. 30, 838 (1992).
    /// </summary>
    public double? AverageDecay { get; init; }

    /// <summary>Training ends after this many epochs without a new lowest monitored number; null never ends it early.</summary>
    public int? Patience { get; init; }

    /// <summary>What <see cref="Patience"/>, <see cref="Keep"/> and the plateau schedule look at.</summary>
    public Monitor Monitor { get; init; }

    /// <summary>Which weights the network has at the end.</summary>
    public WeightsKept Keep { get; init; }

    /// <summary>Seed of the order of the rows and of dropout. The initial weights are the caller's.</summary>
    public ulong Seed { get; init; }

    /// <summary>Checks every option.</summary>
    /// <param name="validated">Whether there are validation rows.</param>
    /// <exception cref="InputException">An option is out of its range or needs another one.</exception>
    public void Check(bool validated)
    {
        Require.That(Epochs > 0, "epochs", Epochs, "1 or more");
        Require.That(BatchSize > 0, "batch size", BatchSize, "1 or more");
        Require.That(ClipNorm is not <= 0 and not double.NaN, "clip norm", ClipNorm ?? 0, "a positive number");
        Require.That(AverageDecay is null or (>= 0 and < 1), "average decay", AverageDecay ?? 0, "at least 0 and below 1");
        Require.That(Patience is not <= 0, "patience", Patience ?? 0, "1 or more");
        Optimizer.Check();
        Schedule.Check();
        if (Keep == WeightsKept.Average && AverageDecay is null)
            throw new InputException("To keep the average weights, set the training option 'average decay' (0.999, say).");
        if (!validated && (Keep == WeightsKept.Best || Patience is not null || Monitor == Monitor.MeanAbsoluteError))
            throw new InputException(
                "Best weights, early stopping and the mean absolute error need validation rows; give some or change these options.");
    }
}
