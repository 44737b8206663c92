using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>
/// Canonicalization of crystals by rule. The basis is a Niggli cell in a standard orientation, the origin is an atom of the rarest element; among the
/// bases and origins that are still equal, the one whose list of sites comes first is taken. Bases that remain equal differ by a symmetry of the
/// crystal itself, which changes nothing (relaxed equivariance). Ours; for a crystal in any primitive cell.
/// </summary>
/// <remarks>
/// Two crystals that differ by less than about 3·10⁻⁵ of a cell edge may count as equal. Where lengths or angles differ by just the tolerance of
/// the Niggli reduction (10⁻⁵), or coordinates lie between two roundings, a small change can switch to another basis.
/// </remarks>
public sealed class StandardCell : ICanonicalizer<CrystalMotion, Structure>
{
    /// <inheritdoc/>
    public IGroup<CrystalMotion> Group { get; } = new CrystalGroup();

    /// <inheritdoc/>
    public Structure Act(CrystalMotion element, Structure input) => element.Act(input);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public CrystalMotion Frame(Structure input) => Choices(input)[0].Inverse();

    /// <summary>
    /// The motions to all standard cells in which the crystal looks different: the choice by rule first, then others for the same canonical lattice.
    /// Their number is that of the symmetries of the lattice divided by those of the crystal.
    /// </summary>
    /// <param name="crystal">A crystal in a primitive cell.</param>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static IReadOnlyList<CrystalMotion> Choices(Structure crystal)
    {
        Lattice lattice = crystal.Lattice ?? throw new ArgumentException("A molecule has no cell.", nameof(crystal));
        int[] elements = [.. crystal.Sites.Select(site => site.Element.AtomicNumber)];
        int[] origins = Origins(elements);
        var choices = new List<(SiteListing Listing, CrystalMotion Motion)>();
        foreach (CrystalMotion frame in LatticeFrames.Of(lattice))
        {
            Matrix3D inverse = frame.Basis.UnimodularInverse().ToMatrix3D();
            Vector3D[] fractional = [.. crystal.Sites.Select(site => site.Fractional * inverse)];
            var (listing, origin) = origins.Select(site => (Listing: SiteListing.From(elements, fractional, site), Site: site)).MinBy(pair => pair.Listing);
            choices.Add((listing, frame with { Shift = -(crystal.Sites[origin].Cartesian * frame.Rotation) }));
        }
        choices.Sort((a, b) => a.Listing.CompareTo(b.Listing));
        return [.. choices.Where((choice, i) => i == 0 || choice.Listing.CompareTo(choices[i - 1].Listing) != 0).Select(choice => choice.Motion)];
    }

    /// <summary>The sites of the rarest element; of several, the lightest.</summary>
    private static int[] Origins(int[] elements)
    {
        int rarest = elements.GroupBy(element => element).OrderBy(group => group.Count()).ThenBy(group => group.Key).First().Key;
        return [.. Enumerable.Range(0, elements.Length).Where(site => elements[site] == rarest)];
    }
}
