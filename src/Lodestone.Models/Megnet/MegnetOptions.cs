using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Megnet;

/// <summary>
/// Hyper-parameters of MEGNet: C. Chen, W. Ye, Y. Zuo, C. Zheng and S. P. Ong, Chem. Mater. 31, 3564 (2019). Defaults are those of the
/// published networks for crystals, except where a meaning says otherwise.
/// </summary>
public sealed record MegnetOptions
{
    /// <summary>Length of the vector of an element.</summary>
    public int ElementLength { get; init; } = 16;

    /// <summary>Whether the vector of an element is made of its tabulated properties and a learned part, for any element, or learned alone, for
    /// the 89 elements of the publication.</summary>
    public bool ElementProperties { get; init; }

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; init; } = 3;

    /// <summary>Width of the hidden layers of a block.</summary>
    public int HiddenLength { get; init; } = 64;

    /// <summary>Length of the features of atoms, bonds and the state between blocks.</summary>
    public int FeatureLength { get; init; } = 32;

    /// <summary>Steps of Set2Set, which reads the atoms and the bonds out.</summary>
    public int ReadoutSteps { get; init; } = 3;

    /// <summary>Farthest neighbour, Å.</summary>
    public double Cutoff { get; init; } = 5;

    /// <summary>Number of nearest neighbours of an atom that become bonds; 0 takes all within the cutoff, as published.</summary>
    public int Neighbours { get; init; }

    /// <summary>Number of Gaussians in which a distance is expanded, centers evenly from 0 to the cutoff.</summary>
    public int Gaussians { get; init; } = 100;

    /// <summary>Width of those Gaussians, Å.</summary>
    public double GaussianWidth { get; init; } = 0.5;

    /// <summary>Properties of a material that make its state, such as a temperature or the fidelity of a label; a material must have them all.
    /// Without any, the state starts at two zeros, as published.</summary>
    public IReadOnlyList<string> State { get; init; } = [];

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    internal void Check()
    {
        OptionRange.Require("element_length", ElementLength, ElementLength > 0, "1 or more");
        OptionRange.Require("blocks", Blocks, Blocks > 0, "1 or more");
        OptionRange.Require("hidden_length", HiddenLength, HiddenLength > 0, "1 or more");
        OptionRange.Require("feature_length", FeatureLength, FeatureLength > 0, "1 or more");
        OptionRange.Require("readout_steps", ReadoutSteps, ReadoutSteps > 0, "1 or more");
        OptionRange.Require("cutoff", Cutoff, Cutoff is > 0 and <= NeighbourList.MaximumCutoff, $"above 0 and at most {NeighbourList.MaximumCutoff}");
        OptionRange.Require("neighbours", Neighbours, Neighbours >= 0, "0 or more");
        OptionRange.Require("gaussians", Gaussians, Gaussians >= 2, "2 or more");
        OptionRange.Require("gaussian_width", GaussianWidth, GaussianWidth > 0, "above 0");
        if (State.Distinct().Count() < State.Count)
            throw new InputException("The option 'state' names a property twice; name it once.");
    }
}
