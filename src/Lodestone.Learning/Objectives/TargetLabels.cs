namespace Lodestone.Learning.Objectives;

/// <summary>The labels of one target in a batch.</summary>
/// <param name="Rows">Which rows of the batch, materials or their sites, have a label, ascending.</param>
/// <param name="Scaled">Their scaled values, [rows].</param>
public sealed record TargetLabels(long[] Rows, float[] Scaled)
{
    /// <summary>The material of each labelled row, numbered from 0 without gaps, ascending: [rows]. Null where rows are materials.</summary>
    public long[]? Materials { get; init; }
}
