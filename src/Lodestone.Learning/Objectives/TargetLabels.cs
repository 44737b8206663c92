namespace Lodestone.Learning.Objectives;

/// <summary>The labels of one target in a batch.</summary>
/// <param name="Rows">Which rows of the batch have a label, ascending.</param>
/// <param name="Scaled">Their scaled values, [rows].</param>
public sealed record TargetLabels(long[] Rows, float[] Scaled);
