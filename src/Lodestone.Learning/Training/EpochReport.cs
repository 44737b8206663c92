namespace Lodestone.Learning.Training;

/// <summary>What one epoch brought.</summary>
public sealed record EpochReport
{
    /// <summary>The epoch, counted from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Epochs planned.</summary>
    public required int Epochs { get; init; }

    /// <summary>Mean over the rows of the loss of their batches, penalties included, while the weights were changing.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Loss on the validation rows, without penalties; null without validation rows.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Mean absolute error on the validation rows, one a target, in its unit (for a class: of the probability); null where no row
    /// has a value.</summary>
    public IReadOnlyList<double?> ValidationMae { get; init; } = [];

    /// <summary>Learning rate of the last step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>True when the monitored number is the lowest so far.</summary>
    public bool Best { get; init; }

    /// <summary>Seconds of training, without validation.</summary>
    public required double Seconds { get; init; }

    /// <summary>Crystals a second in training.</summary>
    public required double CrystalsPerSecond { get; init; }
}
