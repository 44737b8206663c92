using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Alignn;

/// <summary>
/// Hyper-parameters of the network of atoms, bonds and angles, after K. Choudhary and B. DeCost, npj Comput. Mater. 7, 185 (2021). Where a
/// default is not theirs, the meaning says so.
/// </summary>
public sealed record AlignnOptions
{
    /// <summary>Length of the features of atoms, bonds and angles; 256 in the publication.</summary>
    public int FeatureLength { get; init; } = 64;

    /// <summary>Length of the first embedding of bonds and angles.</summary>
    public int EmbeddingLength { get; init; } = 64;

    /// <summary>Number of layers in which angles change bonds and bonds change atoms; 4 in the publication.</summary>
    public int AngleLayers { get; init; } = 2;

    /// <summary>Number of layers after those, in which only bonds change atoms; 4 in the publication.</summary>
    public int BondLayers { get; init; } = 2;

    /// <summary>Number of nearest neighbours of an atom that become bonds.</summary>
    public int Neighbours { get; init; } = 12;

    /// <summary>Farthest neighbour, Å.</summary>
    public double Cutoff { get; init; } = 8;

    /// <summary>Number of Gaussians in which a distance is expanded, centers evenly from 0 to the cutoff, as wide as they are apart.</summary>
    public int DistanceGaussians { get; init; } = 80;

    /// <summary>Number of Gaussians in which the cosine of an angle is expanded, centers evenly from −1 to 1, as wide as they are apart.</summary>
    public int AngleGaussians { get; init; } = 40;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("feature_length", FeatureLength, FeatureLength > 0, "1 or more");
        OptionRange.Require("embedding_length", EmbeddingLength, EmbeddingLength > 0, "1 or more");
        OptionRange.Require("angle_layers", AngleLayers, AngleLayers >= 0, "0 or more");
        OptionRange.Require("bond_layers", BondLayers, BondLayers >= 0, "0 or more");
        OptionRange.Require("neighbours", Neighbours, Neighbours > 0, "1 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= NeighbourList.MaximumCutoff, $"above 0 and at most {NeighbourList.MaximumCutoff}");
        OptionRange.Require("distance_gaussians", DistanceGaussians, DistanceGaussians >= 2, "2 or more");
        OptionRange.Require("angle_gaussians", AngleGaussians, AngleGaussians >= 2, "2 or more");
        if (AngleLayers + BondLayers == 0)
            throw new InputException("The options 'angle_layers' and 'bond_layers' are both 0; give at least one layer.");
    }
}
