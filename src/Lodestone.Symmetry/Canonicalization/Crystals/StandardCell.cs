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

    /// <summary>A crystal in its standard cell, primitive, whatever cell it is given in.</summary>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static Structure Of(Structure crystal)
    {
        Structure primitive = crystal.Primitive();
        return Choices(primitive)[0].Act(primitive);
    }

    /// <summary>
    /// The motions to all standard cells in which the crystal looks different: the choice by rule first, then others for the same canonical lattice.
    /// Their number is that of the symmetries of the lattice divided by those of the crystal.
    /// </summary>
    /// <param name="crystal">A crystal in a primitive cell.</param>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static IReadOnlyList<CrystalMotion> Choices(Structure crystal)
    {
        var all = Listed(crystal);
        return [.. all.Where((choice, i) => i == 0 || choice.Listing.CompareTo(all[i - 1].Listing) != 0).Select(choice => choice.Motion)];
    }

    /// <summary>The motions to the one standard cell that is chosen by rule: one for each symmetry of the crystal.</summary>
    /// <param name="crystal">A crystal in a primitive cell.</param>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static IReadOnlyList<CrystalMotion> Ways(Structure crystal)
    {
        var all = Listed(crystal);
        return [.. all.TakeWhile(way => way.Listing.CompareTo(all[0].Listing) == 0).Select(way => way.Motion)];
    }

    private static List<(SiteListing Listing, CrystalMotion Motion)> Listed(Structure crystal)
    {
        Lattice lattice = crystal.Lattice ?? throw new ArgumentException("A molecule has no cell.", nameof(crystal));
        int[] elements = [.. crystal.Sites.Select(site => site.Element.AtomicNumber)];
        int[] origins = Origins(elements);
        var listed = new List<(SiteListing Listing, CrystalMotion Motion)>();
        foreach (CrystalMotion frame in LatticeFrames.Of(lattice))
        {
            Matrix3D inverse = frame.Basis.UnimodularInverse().ToMatrix3D();
            Vector3D[] fractional = [.. crystal.Sites.Select(site => site.Fractional * inverse)];
            var (listing, origin) = origins.Select(site => (Listing: SiteListing.From(elements, fractional, site), Site: site)).MinBy(pair => pair.Listing);
            listed.Add((listing, frame with { Shift = -(crystal.Sites[origin].Cartesian * frame.Rotation) }));
        }
        listed.Sort((a, b) => a.Listing.CompareTo(b.Listing));
        return listed;
    }

    /// <summary>The sites of the rarest element; of several, the lightest.</summary>
    private static int[] Origins(int[] elements)
    {
        int rarest = elements.GroupBy(element => element).OrderBy(group => group.Count()).ThenBy(group => group.Key).First().Key;
        return [.. Enumerable.Range(0, elements.Length).Where(site => elements[site] == rarest)];
    }
}
