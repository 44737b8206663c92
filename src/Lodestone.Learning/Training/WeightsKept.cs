namespace Lodestone.Learning.Training;

/// <summary>Which weights a network has when its training ends.</summary>
public enum WeightsKept
{
    /// <summary>Those after the last step.</summary>
    Last,

    /// <summary>Those of the epoch with the lowest monitored number on the validation rows.</summary>
    Best,

    /// <summary>The moving average after the last step.</summary>
    Average,
}
