namespace Lodestone.Models.Estimators;

/// <summary>What every estimator that learns from descriptors is told.</summary>
public abstract record EstimatorOptions
{
    /// <summary>The descriptors that it reads: the name of a set, or several names joined by '+'.</summary>
    public string Descriptors { get; init; } = "composition";

    /// <summary>The descriptors of the set that are used, by name; all if none is named.</summary>
    public IReadOnlyList<string> SelectedDescriptors { get; init; } = [];
}
