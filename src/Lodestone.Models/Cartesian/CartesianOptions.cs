using Lodestone.Models.Catalog;

namespace Lodestone.Models.Cartesian;

/// <summary>Hyper-parameters of the network of Cartesian vectors; all of them are ours.</summary>
public sealed record CartesianOptions
{
    /// <summary>Features of an atom, and of a message.</summary>
    public int FeatureLength { get; init; } = 64;

    /// <summary>Number of message-passing layers.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Number of Gaussians of the length of an edge, centers evenly from 0 to the cutoff.</summary>
    public int Gaussians { get; init; } = 20;

    /// <summary>Farthest neighbour, Å; messages fade to zero there.</summary>
    public double Cutoff { get; init; } = 5;

    /// <summary>What makes predictions independent of how a crystal is turned and described: none, rule, symmetry or learned.</summary>
    public CrystalCanonicalization Canonicalization { get; init; } = CrystalCanonicalization.Rule;

    /// <summary>Whether crystals are turned at random, and mirrored, in training: the usual remedy without a canonicalization.</summary>
    public bool Augmentation { get; init; }

    /// <summary>Features of an edge in the network that chooses the cell of a learned canonicalization.</summary>
    public int ChoiceFeatureLength { get; init; } = 16;

    /// <summary>Checks every option.</summary>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("feature_length", FeatureLength, FeatureLength > 0, "1 or more");
        OptionRange.Require("layers", Layers, Layers > 0, "1 or more");
        OptionRange.Require("gaussians", Gaussians, Gaussians >= 2, "2 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= Matter.NeighbourList.MaximumCutoff, $"above 0 and at most {Matter.NeighbourList.MaximumCutoff}");
        OptionRange.Require("choice_feature_length", ChoiceFeatureLength, ChoiceFeatureLength > 0, "1 or more");
    }
}
