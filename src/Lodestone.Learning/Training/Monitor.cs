namespace Lodestone.Learning.Training;

/// <summary>The number by which epochs are compared; lower is better.</summary>
public enum Monitor
{
    /// <summary>The loss on the validation rows; on the training rows where there are no validation rows.</summary>
    Loss,

    /// <summary>Σ over targets of weight × mean absolute error / scale of the target, on the validation rows.</summary>
    MeanAbsoluteError,
}
