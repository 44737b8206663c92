using Lodestone.Learning.Training;

namespace Lodestone.Models.Catalog;

/// <summary>How far the training of one member of an ensemble is.</summary>
/// <param name="Member">The member, counted from 0.</param>
/// <param name="Members">Number of members.</param>
/// <param name="Done">Rounds done: epochs of a network, trees of a forest.</param>
/// <param name="Total">Rounds planned.</param>
/// <param name="Epoch">For a network, the report of its trainer.</param>
public sealed record MemberReport(int Member, int Members, int Done, int Total, EpochReport? Epoch = null)
{
    /// <summary>The share of the present round that is done.</summary>
    public double Part { get; init; }
}
