using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>What the moments of a crystal's sites say of its magnetic order.</summary>
/// <param name="NetMoment">Sum of the moments in the cell, µB.</param>
/// <param name="NetMomentPerVolume">Its length per volume, µB/Å³.</param>
/// <param name="Alignment">Length of the sum over the sum of the lengths: 1 in a collinear ferromagnet, 0 in an antiferromagnet.</param>
/// <param name="HasPropagationVector">
/// Whether the order repeats only after several cells of the crystal without moments: a propagation vector other than zero.
/// </param>
public sealed record MagneticOrder(Vector3D NetMoment, double NetMomentPerVolume, double Alignment, bool HasPropagationVector)
{
    private const double SmallestMoment = 1e-3;
    private const double SmallestAlignment = 0.05;

    /// <summary>Whether the crystal has a moment as a whole: an alignment above 0.05, which leaves out weak canting and rounded moments.</summary>
    public bool HasNetMoment => Alignment > SmallestAlignment;

    /// <summary>The order of a crystal; null for a molecule, and where no site has a moment above 0.001 µB.</summary>
    /// <param name="structure">A structure; where the order does not repeat with its cell (incommensurate order), the result is that of the cell.</param>
    public static MagneticOrder? Of(Structure structure)
    {
        if (structure.Lattice is not { } lattice) return null;
        double lengths = structure.Sites.Sum(site => site.Moment?.Length ?? 0);
        if (!structure.Sites.Any(site => site.Moment is { } moment && moment.Length > SmallestMoment)) return null;

        Vector3D sum = structure.Sites.Aggregate(Vector3D.Zero, (total, site) => total + (site.Moment ?? Vector3D.Zero));
        int magnetic = structure.Primitive().Sites.Length;
        int chemical = structure.WithoutMoments().Primitive().Sites.Length;
        return new MagneticOrder(sum, sum.Length / lattice.Volume, sum.Length / lengths, magnetic > chemical);
    }
}
