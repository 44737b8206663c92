using System.Text.Json.Nodes;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;

namespace Lodestone.Models.Catalog;

/// <summary>What an architecture gives after training: weights, and how they came about.</summary>
/// <param name="Options">Every option with its value.</param>
/// <param name="Tensors">Weights of all members.</param>
/// <param name="Targets">The targets with their scalers and the calibration of their intervals.</param>
/// <param name="FailedRows">How many materials could not be encoded.</param>
/// <param name="Epochs">Epochs trained, the most of any member; null where training has none.</param>
public sealed record TrainedModel(
    JsonObject Options, IReadOnlyList<NamedTensor> Tensors, IReadOnlyList<TargetDescription> Targets, int FailedRows, int? Epochs)
{
    /// <summary>What was learned beside the targets and is not predicted, with scalers.</summary>
    public IReadOnlyList<TargetDescription> Auxiliary { get; init; } = [];

    /// <summary>The epochs of each member; empty where training has none.</summary>
    public IReadOnlyList<IReadOnlyList<EpochReport>> Histories { get; init; } = [];

    /// <summary>What a user should know of the training rows, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
