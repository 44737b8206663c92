using Lodestone.Matter;

namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>How the networks of the study of ensembles are trained, and which ensembles are made of them.</summary>
public sealed record EnsembleOptions
{
    /// <summary>The properties that one network learns together; with one, it is a CGCNN, with several an MT-CGCNN.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Epochs of a training, each of which leaves a checkpoint.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Materials a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Learning rate of Adam, the same in all epochs.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Numbers of checkpoints K that are averaged.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [2, 5, 10, 20, 50];

    /// <summary>Share of the rows to judge epochs by.</summary>
    public double Validation { get; init; } = 0.1;

    /// <summary>Share of the rows to measure on.</summary>
    public double Test { get; init; } = 0.2;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="InputException">One of them cannot be used.</exception>
    public void Check()
    {
        if (Targets.Count == 0) throw new InputException("The study of ensembles needs a target; name a column of the data.");
        if (Epochs < 1 || BatchSize < 1) throw new InputException($"The study of ensembles has {Epochs} epochs and batches of {BatchSize}; both are at least 1.");
        if (Sizes.Any(size => size < 2)) throw new InputException("An ensemble has at least two members.");
    }
}
