namespace Lodestone.Learning.Training;

/// <summary>Where a training stands, but for its tensors. Random numbers come from the seed, the epoch and the batch, so that no generator
/// is kept.</summary>
internal sealed class TrainingState
{
    /// <summary>Epochs done.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches done of the current epoch.</summary>
    public int Batch { get; set; }

    /// <summary>Steps done in all.</summary>
    public long Step { get; set; }

    /// <summary>Σ loss × rows over the batches done of the current epoch.</summary>
    public double LossSum { get; set; }

    /// <summary>Rows in the batches done of the current epoch.</summary>
    public long Rows { get; set; }

    /// <summary>Seconds spent on the current epoch.</summary>
    public double Seconds { get; set; }

    /// <summary>Learning rate of the last step.</summary>
    public double LearningRate { get; set; }

    /// <summary>What the plateau schedule has come down to.</summary>
    public double Plateau { get; set; } = 1;

    /// <summary>The number of epochs done when the plateau schedule last came down.</summary>
    public int PlateauEpoch { get; set; }

    /// <summary>The lowest monitored number so far.</summary>
    public double? Lowest { get; set; }

    /// <summary>The number of epochs done when it was reached.</summary>
    public int LowestEpoch { get; set; }

    /// <summary>True when patience ran out.</summary>
    public bool StoppedEarly { get; set; }

    /// <summary>One report a finished epoch.</summary>
    public List<EpochReport> History { get; set; } = [];

    /// <summary>Takes the end of an epoch.</summary>
    /// <param name="monitored">The monitored number.</param>
    /// <param name="options">The options of the training.</param>
    /// <returns>True when it is the lowest so far.</returns>
    public bool EndEpoch(double monitored, TrainingOptions options)
    {
        Epoch++;
        (Batch, LossSum, Rows, Seconds) = (0, 0, 0, 0);
        bool best = Lowest is null ? !double.IsNaN(monitored) : monitored < Lowest;
        if (best) (Lowest, LowestEpoch) = (monitored, Epoch);
        StoppedEarly = Epoch - LowestEpoch >= options.Patience;
        if (options.Schedule.Name == ScheduleName.Plateau && Epoch - Math.Max(LowestEpoch, PlateauEpoch) >= options.Schedule.Patience)
            (Plateau, PlateauEpoch) = (Math.Max(Plateau * options.Schedule.Factor, options.Schedule.Minimum), Epoch);
        return best;
    }
}
