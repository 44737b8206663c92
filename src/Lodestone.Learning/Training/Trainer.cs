using Lodestone.Learning.Objectives;
using Lodestone.Matter;

namespace Lodestone.Learning.Training;

/// <summary>Trains networks, each on one thread: the same seed gives the same weights, whatever the number of cores.</summary>
/// <param name="network">The network; training goes on from the weights that it has.</param>
/// <param name="objective">What to make small.</param>
/// <param name="options">How.</param>
/// <typeparam name="TBatch">What the network reads.</typeparam>
public sealed class Trainer<TBatch>(Network<TBatch> network, Objective objective, TrainingOptions options)
{
    /// <summary>Where to store the state of the training; null stores none.</summary>
    public CheckpointOptions? Checkpoint { get; init; }

    /// <summary>Whether the weights that the network has at first, the best known so far, compete with those of the epochs.</summary>
    public bool StartCounts { get; init; }

    /// <summary>Told of every step, for a progress bar; called on the thread that trains.</summary>
    public IProgress<TrainingPosition>? Position { get; init; }

    /// <summary>Trains the network in place.</summary>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows to judge by after each epoch, if any.</param>
    /// <param name="progress">Told of each epoch.</param>
    /// <param name="cancellation">Ends the training after the current step. With a checkpoint, the state is stored first.</param>
    /// <returns>The history. The network is in evaluation mode, with the weights that the options ask to keep.</returns>
    /// <exception cref="InputException">The options, the rows or the checkpoint cannot be used, or the loss or its gradient is no longer a
    /// finite number.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public TrainingResult Fit(
        TrainingSet<TBatch> train,
        TrainingSet<TBatch>? validation = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        options.Check(validation is not null);
        if (network.Outputs != objective.Heads.Outputs)
            throw new ArgumentException($"The network has {network.Outputs} outputs, the heads need {objective.Heads.Outputs}.");
        CheckRows(train, "training");
        if (validation is not null) CheckRows(validation, "validation");
        using var single = new SingleThread();
        using var run = new TrainingRun<TBatch>(network, objective, options, train, validation, Checkpoint) { Position = Position, StartCounts = StartCounts };
        return run.Run(progress, cancellation);
    }

    private void CheckRows(TrainingSet<TBatch> rows, string name)
    {
        if (rows.Targets != objective.Heads.Count)
            throw new ArgumentException($"The {name} rows have {rows.Targets} targets, the objective {objective.Heads.Count}.");
        if (rows.LabelledRows.Count == 0)
            throw new InputException($"None of the {name} rows is left with a value of a target; give more rows, or split them in another way.");
    }
}
