using Lodestone.Matter;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>The size of the comparison on particles. Defaults but the epochs are those of the published one on charged particles.</summary>
public sealed record NBodyOptions
{
    /// <summary>What moves.</summary>
    public ParticleSystem System { get; init; } = ParticleSystem.ChargedParticles;

    /// <summary>Trajectories to learn from: the first of the 10,000 that are published for it; in the solar system, moments.</summary>
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
        var (train, validation, test) = System == ParticleSystem.SolarSystem ? (14_016, 1752, 1752) : (10_000, 2000, 2000);
        (string Name, int Value, int Most)[] limits =
        [
            ("train", Train, train), ("validation", Validation, validation), ("test", Test, test), ("epochs", Epochs, int.MaxValue), ("batch size", BatchSize, int.MaxValue),
        ];
        foreach (var (name, value, most) in limits)
            if (value < 1 || value > most)
                throw new InputException(FormattableString.Invariant($"The option '{name}' is {value}; it must be at least 1 and at most {most}."));
    }
}
