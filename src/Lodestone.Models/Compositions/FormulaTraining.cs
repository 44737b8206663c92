using Lodestone.Learning.Training;

namespace Lodestone.Models.Compositions;

/// <summary>How the networks for formulas are trained where a recipe says nothing else.</summary>
internal static class FormulaTraining
{
    /// <summary>ElemNet, IRNet and BRNet: Adam at 1e-4 in batches of 32 until 100 epochs bring nothing better, of which the best is kept.</summary>
    public static TrainingOptions Brnet { get; } = new()
    {
        Epochs = 3000,
        BatchSize = 32,
        Optimizer = new OptimizerOptions { Name = OptimizerName.Adam, LearningRate = 1e-4, WeightDecay = 0 },
        Schedule = new ScheduleOptions { Name = ScheduleName.Constant, WarmUpEpochs = 0 },
        Patience = 100,
        Keep = WeightsKept.Best,
    };

    /// <summary>iBRNet: as BRNet, but the rate falls to a tenth after 45 epochs that bring nothing better, and training ends after 50.</summary>
    public static TrainingOptions Ibrnet { get; } = Brnet with
    {
        Schedule = new ScheduleOptions { Name = ScheduleName.Plateau, WarmUpEpochs = 0, Factor = 0.1, Patience = 45, Minimum = 1e-4 },
        Patience = 50,
    };

    /// <summary>Attention between elements: AdamW at 1e-3 falling along a cosine, and the moving average of the weights.</summary>
    public static TrainingOptions ElementAttention { get; } = new()
    {
        Epochs = 60,
        BatchSize = 256,
        Optimizer = new OptimizerOptions { LearningRate = 1e-3, WeightDecay = 0.01 },
        Schedule = new ScheduleOptions { Name = ScheduleName.Cosine, WarmUpEpochs = 1 },
        AverageDecay = 0.999,
        Keep = WeightsKept.Average,
    };
}
