using Lodestone.Models.Catalog;

namespace Lodestone.Models.Egnn;

/// <summary>
/// Hyper-parameters of the E(n)-equivariant graph network: V. G. Satorras, E. Hoogeboom and M. Welling, ICML (2021). Where a default is not
/// theirs, the meaning says so.
/// </summary>
public record EgnnOptions
{
    /// <summary>Length of the feature vector of an atom and of a message.</summary>
    public int FeatureLength { get; init; } = 64;

    /// <summary>Number of layers.</summary>
    public int Layers { get; init; } = 4;

    /// <summary>Whether each message is multiplied by a weight between 0 and 1 that it gives itself.</summary>
    public bool Attention { get; init; } = true;

    /// <summary>Whether the weights by which vectors move are bounded by a hyperbolic tangent.</summary>
    public bool Tanh { get; init; }

    /// <summary>Whether the difference of two vectors is divided by its length plus 1 Å before it moves anything.</summary>
    public bool NormDiff { get; init; }

    /// <summary>Number of Gaussians of the length of an edge that its messages see beside squared distances, centers evenly from 0 to the
    /// cutoff; 0 gives none, as published.</summary>
    public int Gaussians { get; init; } = 24;

    /// <summary>Number of nearest neighbours of an atom that become edges; at least the number of atoms joins all atoms of a molecule, as
    /// published.</summary>
    public int Neighbours { get; init; } = 12;

    /// <summary>Farthest neighbour, Å.</summary>
    public double Cutoff { get; init; } = 8;

    /// <summary>What the features of a material are of those of its atoms: mean for properties that do not grow with its size, sum for those
    /// that do.</summary>
    public Pooling Pooling { get; init; }

    /// <summary>Number of vector channels of an atom.</summary>
    internal virtual int VectorChannels => 1;

    /// <summary>Checks every option.</summary>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("feature_length", FeatureLength, FeatureLength > 0, "1 or more");
        OptionRange.Require("layers", Layers, Layers > 0, "1 or more");
        OptionRange.Require("gaussians", Gaussians, Gaussians is 0 or >= 2, "0, or 2 or more");
        OptionRange.Require("neighbours", Neighbours, Neighbours > 0, "1 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= Matter.NeighbourList.MaximumCutoff, $"above 0 and at most {Matter.NeighbourList.MaximumCutoff}");
        OptionRange.Require("channels", VectorChannels, VectorChannels > 0, "1 or more");
    }
}
