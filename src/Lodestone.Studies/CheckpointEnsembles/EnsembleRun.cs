namespace Lodestone.Studies.CheckpointEnsembles;

/// <summary>What came out of one training.</summary>
public sealed record EnsembleRun
{
    /// <summary>Seed of weights and order of rows; the split is the same for all seeds.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Digest of options and data, by which a finished training is known.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Seconds of training.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Rows that the network learned from, and rows on which it is measured.</summary>
    public required (int Train, int Test) Rows { get; init; }

    /// <summary>Target → mean absolute error on the test rows of the median of the training rows.</summary>
    public required IReadOnlyDictionary<string, double> MedianErrors { get; init; }

    /// <summary>Target → predictions of the best epoch on the test rows, for ensembles of seeds.</summary>
    public required IReadOnlyDictionary<string, double[]> BestPredictions { get; init; }

    /// <summary>The ensembles of this training.</summary>
    public required IReadOnlyList<EnsembleRow> Ensembles { get; init; }
}
