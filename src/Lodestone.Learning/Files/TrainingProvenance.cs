using System.Collections.Immutable;

namespace Lodestone.Learning.Files;

/// <summary>
/// What a model was trained on and how. Only what the caller gives is stored: times, dates and machine names make two runs of the same command
/// differ, so they are written only on request.
/// </summary>
public sealed record TrainingProvenance
{
    /// <summary>Name of the data file or source, as the user gave it.</summary>
    public string? Data { get; init; }

    /// <summary>SHA-256 of the data file, lower-case hexadecimal.</summary>
    public string? DataSha256 { get; init; }

    /// <summary>Number of training rows.</summary>
    public int? TrainingRows { get; init; }

    /// <summary>Number of validation rows.</summary>
    public int? ValidationRows { get; init; }

    /// <summary>Number of rows that could not be read or encoded.</summary>
    public int? FailedRows { get; init; }

    /// <summary>How the rows were split, such as <c>column split</c> or <c>formula, seed 0</c>.</summary>
    public string? Split { get; init; }

    /// <summary>The seed of each member.</summary>
    public ImmutableArray<long> Seeds { get; init; } = [];

    /// <summary>Text of the recipe that retrains the model.</summary>
    public string? Recipe { get; init; }

    /// <summary>Epochs trained, the most of any member.</summary>
    public int? Epochs { get; init; }

    /// <summary>Wall-clock seconds of the training, all members together.</summary>
    public double? Seconds { get; init; }

    /// <summary>The machine, such as <c>2 cores, AVX2</c>.</summary>
    public string? Machine { get; init; }

    /// <summary>Version of Lodestone that trained the model.</summary>
    public string? LodestoneVersion { get; init; }

    /// <summary>Date of the training.</summary>
    public DateOnly? Date { get; init; }
}
