namespace Lodestone.Learning;

/// <summary>A prediction interval, in the unit of its target.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High);
