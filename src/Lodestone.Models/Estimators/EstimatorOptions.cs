namespace Lodestone.Models.Estimators;

/// <summary>What every estimator that learns from descriptors is told.</summary>
public abstract record EstimatorOptions
{
    /// <summary>The descriptors that it reads: the name of a set, or several names joined by '+'.</summary>
    public string Descriptors { get; init; } = "composition";

    /// <summary>The descriptors of the set that are used, by name; all if none is named.</summary>
    public IReadOnlyList<string> SelectedDescriptors { get; init; } = [];

    /// <summary>Digits to which descriptors are rounded; what is nearer to zero than one unit of the last digit of 1 becomes zero. Then another cell of a
    /// crystal, or the last digits of a file, say nothing. None for no rounding.</summary>
    public int? SignificantDigits { get; init; }
}
