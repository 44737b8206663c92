using Lodestone.Matter;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>The size of the comparison on charged particles. Defaults but the epochs are those of the published one.</summary>
public sealed record NBodyOptions
{
    /// <summary>Trajectories to learn from: the first of the 10,000 that are published for it.</summary>
    public int Train { get; init; } = 3000;

    /// <summary>Trajectories to judge epochs by.</summary>
    public int Validation { get; init; } = 2000;

    /// <summary>Trajectories to measure the finished network on.</summary>
    public int Test { get; init; } = 2000;

    /// <summary>Epochs of every network; the published number is 10,000.</summary>
    public int Epochs { get; init; } = 300;

    /// <summary>Learning rate.</summary>
    public double LearningRate { get; init; } = 5e-4;

    /// <summary>Trajectories in a batch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public void Check()
    {
        foreach (var (name, value, most) in new[] { ("train", Train, 10_000), ("validation", Validation, 2000), ("test", Test, 2000), ("epochs", Epochs, int.MaxValue), ("batch size", BatchSize, int.MaxValue) })
            if (value < 1 || value > most)
                throw new InputException(FormattableString.Invariant($"The option '{name}' is {value}; it must be at least 1 and at most {most}."));
    }
}
