namespace Lodestone.Learning.Training;

/// <summary>Where and how often a training stores its state.</summary>
/// <param name="Path">The file. It is replaced as a whole, so that a killed run always leaves a complete one.</param>
public sealed record CheckpointOptions(string Path)
{
    /// <summary>Go on from the file if it exists. Otherwise, and by default, training starts from the beginning and replaces the
    /// file.</summary>
    public bool Resume { get; init; }

    /// <summary>Time between two stores within an epoch; the end of each epoch is always stored.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What else the outcome depends on (the options of the encoder, the recipe); a resumed run must have the same.</summary>
    public string Identity { get; init; } = "";
}
