namespace Lodestone.Symmetry.Layers;

/// <summary>What counts as the number of inputs of an output when initial weights are drawn from ±1/√fan.</summary>
public enum TiedFan
{
    /// <summary>Points times channels: every input.</summary>
    All,

    /// <summary>Channels only: right where the input is zero at all points but one.</summary>
    Channels,

    /// <summary>Points only.</summary>
    Points,
}
