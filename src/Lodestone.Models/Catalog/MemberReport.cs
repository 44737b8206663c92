using Lodestone.Learning.Training;

namespace Lodestone.Models.Catalog;

/// <summary>What one epoch brought to one member of an ensemble.</summary>
/// <param name="Member">The member, counted from 0.</param>
/// <param name="Members">Number of members.</param>
/// <param name="Epoch">The report of its trainer.</param>
public sealed record MemberReport(int Member, int Members, EpochReport Epoch);
