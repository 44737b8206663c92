using Lodestone.Models.Cartesian;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Canonicalization;

/// <summary>What makes the canonicalizer of an adapted model; the sizes are ours.</summary>
public sealed record CanonicalizedOptions
{
    /// <summary>Under what predictions do not change: o3, so3, or cell for every description of a crystal.</summary>
    public AdaptationGroup Group { get; init; }

    /// <summary>Features of an atom in the network of orientations.</summary>
    public int FeatureLength { get; init; } = 32;

    /// <summary>Number of message-passing layers in the network of orientations.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Farthest neighbour that the network of orientations sees, Å.</summary>
    public double Cutoff { get; init; } = 5;

    /// <summary>Checks every option.</summary>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("feature_length", FeatureLength, FeatureLength > 0, "1 or more");
        OptionRange.Require("layers", Layers, Layers > 0, "1 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= Matter.NeighbourList.MaximumCutoff, $"above 0 and at most {Matter.NeighbourList.MaximumCutoff}");
    }

    /// <summary>The network that sees a crystal in its standard orientation.</summary>
    internal CartesianOptions Network() => new()
    {
        FeatureLength = FeatureLength,
        Layers = Layers,
        Cutoff = Cutoff,
        Canonicalization = CrystalCanonicalization.None,
    };
}
