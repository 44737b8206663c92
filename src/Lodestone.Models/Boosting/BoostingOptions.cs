using Lodestone.Matter;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Boosting;

/// <summary>Hyper-parameters of gradient-boosted trees: G. Ke et al., NeurIPS 30, 3146 (2017).</summary>
public sealed record BoostingOptions : EstimatorOptions
{
    /// <summary>Number of boosting rounds, one tree each.</summary>
    public int Rounds { get; init; } = 500;

    /// <summary>Factor by which every tree is shrunk.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Largest number of leaves of a tree.</summary>
    public int Leaves { get; init; } = 63;

    /// <summary>Smallest number of training rows in a leaf.</summary>
    public int MinLeaf { get; init; } = 10;

    /// <summary>Share of the columns that each tree may use.</summary>
    public double ColumnShare { get; init; } = 0.5;

    /// <summary>Share of the rows that each tree learns from, drawn anew in every round.</summary>
    public double RowShare { get; init; } = 0.8;

    /// <summary>Weight of the squared leaf values in the objective, as a number of rows.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InputException">An option is out of its range.</exception>
    public void Check()
    {
        if (Rounds < 1) throw new InputException($"Boosting cannot have {Rounds} rounds; give 1 or more.");
        if (!(LearningRate > 0 && double.IsFinite(LearningRate))) throw new InputException($"The learning rate of boosting cannot be {LearningRate}; give a positive number.");
        if (Leaves < 2) throw new InputException($"A tree cannot have at most {Leaves} leaves; give 2 or more.");
        if (MinLeaf < 1) throw new InputException($"A leaf cannot have {MinLeaf} rows; give 1 or more.");
        if (!(ColumnShare > 0 && ColumnShare <= 1)) throw new InputException($"The share of columns cannot be {ColumnShare}; give a number above 0 and up to 1.");
        if (!(RowShare > 0 && RowShare <= 1)) throw new InputException($"The share of rows cannot be {RowShare}; give a number above 0 and up to 1.");
        if (!(L2 >= 0 && double.IsFinite(L2))) throw new InputException($"The weight of squared leaf values cannot be {L2}; give 0 or more.");
    }
}
