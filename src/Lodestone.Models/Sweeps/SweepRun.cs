using Lodestone.Learning.Files;

namespace Lodestone.Models.Sweeps;

/// <summary>One training of a sweep.</summary>
public sealed record SweepRun
{
    /// <summary>Name of the variant.</summary>
    public required string Variant { get; init; }

    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Trained parameters of one member; zero where the data decide.</summary>
    public required long Parameters { get; init; }

    /// <summary>Rows that it learned from.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Epochs trained, the most of any member; null where training has none.</summary>
    public int? Epochs { get; init; }

    /// <summary>The epoch that the validation rows liked best, the last of any member; null where training has none.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Seconds of training: of the epochs of all members where there are epochs, else of the whole.</summary>
    public required double Seconds { get; init; }

    /// <summary>Digest of the recipe and the data, by which a finished run is known.</summary>
    public required string Identity { get; init; }

    /// <summary>Errors on each set of rows and target that the recipe measures.</summary>
    public required IReadOnlyList<Measurement> Measurements { get; init; }
}
