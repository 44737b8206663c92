using Lodestone.Matter;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Forest;

/// <summary>Hyper-parameters of a random forest: L. Breiman, Machine Learning 45, 5 (2001).</summary>
public sealed record ForestOptions : EstimatorOptions
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>Share of the columns, drawn anew in every node, among which a split is looked for; columns that are constant in a node do not count.</summary>
    public double MaxFeatures { get; init; } = 1.0 / 3;

    /// <summary>Smallest number of different training rows in a leaf.</summary>
    public int MinLeaf { get; init; } = 1;

    /// <summary>Largest number of splits from the root to a leaf; none for no limit.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>A node whose values differ by no more than this is a leaf; in standard deviations of the training values.</summary>
    public double Tolerance { get; init; } = 0.001;

    /// <summary>Whether every tree learns from rows drawn with replacement; otherwise from all rows.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public void Check()
    {
        if (Trees < 1) throw new InputException($"A forest cannot have {Trees} trees; give 1 or more.");
        if (!(MaxFeatures > 0 && MaxFeatures <= 1)) throw new InputException($"The share of columns tried in a node cannot be {MaxFeatures}; give a number above 0 and up to 1.");
        if (MinLeaf < 1) throw new InputException($"A leaf cannot have {MinLeaf} rows; give 1 or more.");
        if (!(Tolerance >= 0 && double.IsFinite(Tolerance))) throw new InputException($"The tolerance of a forest cannot be {Tolerance}; give 0 or more.");
        if (MaxDepth < 0) throw new InputException($"The depth of a tree cannot be {MaxDepth}; give 0 or more.");
    }
}
