using Lodestone.Matter;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>The size of the comparison on rotated digits.</summary>
public sealed record AdaptationOptions
{
    /// <summary>The canonicalizers read means of so many pixels along a side.</summary>
    internal const int Pooling = 2;

    /// <summary>Pixels along a side of their kernels, after that.</summary>
    internal const int KernelSize = 11;

    /// <summary>Digits to learn from.</summary>
    public int Train { get; init; } = 3000;

    /// <summary>Digits to choose by.</summary>
    public int Validation { get; init; } = 1000;

    /// <summary>Digits to measure on.</summary>
    public int Test { get; init; } = 2000;

    /// <summary>Epochs of the pretraining on upright digits.</summary>
    public int PretrainingEpochs { get; init; } = 4;

    /// <summary>Epochs of each adaptation.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Digits in a batch.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Learning rate of Adam.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public void Check()
    {
        foreach (var (name, value) in new[] { ("train", Train), ("validation", Validation), ("test", Test), ("pretraining epochs", PretrainingEpochs), ("epochs", Epochs), ("batch size", BatchSize) })
            if (value < 1) throw new InputException(FormattableString.Invariant($"The option '{name}' is {value}; it must be at least 1."));
        if (!(LearningRate > 0)) throw new InputException(FormattableString.Invariant($"The learning rate is {LearningRate}; it must be above 0."));
    }
}
