using Lodestone.Learning.Training;

namespace Lodestone.Models.Megnet;

/// <summary>How MEGNet is trained where a recipe says nothing else.</summary>
internal static class MegnetTraining
{
    /// <summary>AdamW at 1e-3 with gradients clipped at the norm 3, the published rate and norm; the rate falls along a cosine.</summary>
    public static TrainingOptions Default { get; } = new()
    {
        Optimizer = new OptimizerOptions { LearningRate = 1e-3 },
        ClipNorm = 3,
    };
}
