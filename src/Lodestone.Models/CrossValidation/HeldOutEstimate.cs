namespace Lodestone.Models.CrossValidation;

/// <summary>What the model of a fold says of one target of a row that was held out.</summary>
/// <param name="Row">Place of the row among those that have a value of any target, from 0.</param>
/// <param name="Id">Its name in the data.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Fold">The fold, from 0.</param>
/// <param name="Target">Name of the target.</param>
public sealed record HeldOutEstimate(int Row, string Id, string Formula, int Fold, string Target)
{
    /// <summary>The true value in the unit of the target, 0 or 1 for a class; null where it is not known.</summary>
    public double? Truth { get; init; }

    /// <summary>The prediction in the unit of the target, a probability for a class; null where it failed.</summary>
    public double? Prediction { get; init; }

    /// <summary>Its standard deviation as the model sees it.</summary>
    public double? Deviation { get; init; }

    /// <summary>Lower end of the calibrated 90 % interval, if there is one.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval.</summary>
    public double? High { get; init; }

    /// <summary>Why there is no prediction.</summary>
    public string? Message { get; init; }
}
