using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// Hyper-parameters of the crystal graph convolutional network: Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018).
/// Defaults are those of the published code, except where a meaning says otherwise.
/// </summary>
public sealed record CgcnnOptions
{
    /// <summary>Length of the hidden feature vector of an atom.</summary>
    public int AtomFeatureLength { get; init; } = 64;

    /// <summary>Whether an element's vector is made of its properties and a learned part, or learned alone.</summary>
    public bool ElementProperties { get; init; } = true;

    /// <summary>Number of convolutions.</summary>
    public int Convolutions { get; init; } = 3;

    /// <summary>Width of the hidden layers after pooling.</summary>
    public int HiddenLength { get; init; } = 128;

    /// <summary>Number of hidden layers after pooling.</summary>
    public int HiddenLayers { get; init; } = 1;

    /// <summary>Number of hidden layers that each output has of its own, behind the shared ones; with several targets and no shared ones, this is
    /// MT-CGCNN.</summary>
    public int OwnLayers { get; init; }

    /// <summary>Number of nearest neighbours of an atom that become edges.</summary>
    public int Neighbours { get; init; } = 12;

    /// <summary>Farthest neighbour, Å.</summary>
    public double Cutoff { get; init; } = 8;

    /// <summary>Spacing of the Gaussians in which a distance is expanded, Å.</summary>
    public double GaussianStep { get; init; } = 0.2;

    /// <summary>Width of those Gaussians, Å.</summary>
    public double GaussianWidth { get; init; } = 0.2;

    /// <summary>Share of the pooled features that are dropped while training.</summary>
    public double Dropout { get; init; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("atom_feature_length", AtomFeatureLength, AtomFeatureLength > 0, "1 or more");
        OptionRange.Require("convolutions", Convolutions, Convolutions >= 0, "0 or more");
        OptionRange.Require("hidden_length", HiddenLength, HiddenLength > 0, "1 or more");
        OptionRange.Require("hidden_layers", HiddenLayers, HiddenLayers >= 0, "0 or more");
        OptionRange.Require("own_layers", OwnLayers, OwnLayers >= 0, "0 or more");
        OptionRange.Require("neighbours", Neighbours, Neighbours > 0, "1 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= NeighbourList.MaximumCutoff, $"above 0 and at most {NeighbourList.MaximumCutoff}");
        OptionRange.Require("gaussian_step", GaussianStep, GaussianStep > 0 && GaussianStep <= Cutoff, "above 0 and at most the option 'cutoff'");
        OptionRange.Require("gaussian_width", GaussianWidth, GaussianWidth > 0, "above 0");
        OptionRange.Require("dropout", Dropout, Dropout is >= 0 and < 1, "from 0 to below 1");
    }
}
