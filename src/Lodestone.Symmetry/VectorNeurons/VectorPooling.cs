namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>How the vectors of all points become one.</summary>
public enum VectorPooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The one that reaches farthest, <see cref="VectorMaxPool"/>.</summary>
    Max,
}
