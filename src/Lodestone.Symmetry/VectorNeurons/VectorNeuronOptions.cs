namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>Sizes of a <see cref="VectorDeepSets"/>; the defaults are those published for particles (Kaba et al. 2023), but for the dropout.</summary>
public sealed record VectorNeuronOptions
{
    /// <summary>Vectors of each point inside.</summary>
    public int Channels { get; init; } = 16;

    /// <summary>Number of layers.</summary>
    public int Layers { get; init; } = 4;

    /// <summary>What a rectifier keeps of a vector along its direction: 0 all or nothing, 1 all.</summary>
    public double Slope { get; init; }

    /// <summary>True to normalize the lengths of vectors.</summary>
    public bool BatchNorm { get; init; }

    /// <summary>How the vectors of all points become one.</summary>
    public VectorPooling Pooling { get; init; } = VectorPooling.Mean;

    /// <summary>Share of vectors that are dropped, whole, in training; the published 0.5 drops single coordinates, which is not equivariant.</summary>
    public double Dropout { get; init; }

    /// <summary>
    /// True for a bias on vector channels, as in the published code; the output is then no longer equivariant. Only to compare.
    /// </summary>
    public bool LegacyBias { get; init; }
}
