using System.Collections.Immutable;
using Lodestone.Matter.Symmetry.Search;
using Lodestone.Matter.Symmetry.Standard;

namespace Lodestone.Matter.Symmetry;

/// <summary>
/// The space group of a crystal and the symmetry of its sites, found from the positions alone. Magnetic moments and oxidation states are
/// not looked at; a disordered site is equal only to one with the same species and occupancies.
/// </summary>
public sealed class CrystalSymmetry
{
    private readonly Lattice _given;
    private readonly PrimitiveGroup _group;
    private StandardizedCrystal? _standardized;

    internal CrystalSymmetry(SpaceGroup spaceGroup, double tolerance, Lattice given, PrimitiveGroup group, int[] siteOf)
    {
        SpaceGroup = spaceGroup;
        Tolerance = tolerance;
        _given = given;
        _group = group;
        var sites = new SiteSymmetries(group.Operations, group.Crystal.Sites.Length);
        SiteSymmetryOrders = [.. siteOf.Select(site => sites.Orders[site])];
        SiteFreedoms = [.. siteOf.Select(site => sites.Freedoms[site])];
        int[] orbits = [.. siteOf.Select(site => sites.Orbits[site])];
        EquivalentSites = [.. orbits.Select(orbit => Array.IndexOf(orbits, orbit))];
    }

    /// <summary>The default tolerance, Å.</summary>
    public const double DefaultTolerance = 0.01;

    /// <summary>The space group, in its standard setting.</summary>
    public SpaceGroup SpaceGroup { get; }

    /// <summary>The tolerance, Å, that gave a group: the one asked for, or a smaller one where that gave none.</summary>
    public double Tolerance { get; }

    /// <summary>The crystal in its reduced primitive cell, right-handed, without moments and oxidation states.</summary>
    public Structure Primitive => _group.Crystal;

    /// <summary>[sites]: for each site the first one that symmetry makes equal to it.</summary>
    public ImmutableArray<int> EquivalentSites { get; }

    /// <summary>[sites]: how many operations of the point group leave the site where it is; 1 for a general position.</summary>
    public ImmutableArray<int> SiteSymmetryOrders { get; }

    /// <summary>[sites]: in how many directions the site can move without a loss of symmetry, 0 to 3.</summary>
    public ImmutableArray<int> SiteFreedoms { get; }

    /// <summary>Finds the symmetry of a crystal.</summary>
    /// <param name="crystal">The crystal, in any cell.</param>
    /// <param name="tolerance">How far, in Å, an atom may lie from the image of another, and a cell edge from the image of another.</param>
    /// <exception cref="ArgumentException">The structure is a molecule, or the tolerance is not positive.</exception>
    /// <remarks>The operations are those lattice symmetries of the reduced primitive cell that map every atom onto one of its kind. Noise
    /// leaves the translations by an average over the group, which makes them exact fractions (see <see cref="ExactTranslations"/>); the
    /// type is the one setting of International Tables that has the same operations up to a shift of the origin. The way to the
    /// conventional cell follows Grosse-Kunstleve, Acta Cryst. A55, 383 (1999).</remarks>
    public static CrystalSymmetry Find(Structure crystal, double tolerance = DefaultTolerance) => SymmetrySearch.Find(crystal, tolerance);

    /// <summary>The crystal in the standard cell of its space group, its sites and lattice made exactly symmetric.</summary>
    public StandardizedCrystal Standardize() => _standardized ??= Standardization.Of(_group, SpaceGroup, _given);
}
