namespace Lodestone.Models.Forest;

/// <summary>What a forest says of one output of one row.</summary>
/// <param name="Mean">The mean of its trees.</param>
/// <param name="Median">The median of the training values in the leaves.</param>
/// <param name="Variance">The variance of the training values in the leaves: how far the value itself may lie from the mean.</param>
/// <param name="MeanVariance">How far the mean would vary between training sets, as a variance.</param>
public readonly record struct ForestStatistics(double Mean, double Median, double Variance, double MeanVariance);
