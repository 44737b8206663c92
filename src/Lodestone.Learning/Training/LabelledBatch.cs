using Lodestone.Learning.Objectives;

namespace Lodestone.Learning.Training;

/// <summary>A batch ready for a step.</summary>
/// <param name="Rows">The rows of the training set that are in it, in the order of the batch.</param>
/// <param name="Inputs">What the network reads.</param>
/// <param name="Labels">One a target.</param>
internal sealed record LabelledBatch<TBatch>(int[] Rows, TBatch Inputs, TargetLabels[] Labels);
