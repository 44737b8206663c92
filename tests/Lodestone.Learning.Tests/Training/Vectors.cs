namespace Lodestone.Learning.Tests.Training;

/// <summary>A batch of vectors, row by row.</summary>
public sealed record Vectors(int Length, float[] Values);
