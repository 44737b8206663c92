using System.Collections.Immutable;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>
/// The set <c>magnetic-sites</c>: how the <see cref="MagneticElements"/> stand in the primitive cell and its symmetry. It says what order can
/// cancel: with one magnetic atom in the primitive cell, every antiferromagnet has a propagation vector other than zero. Moments are not looked at.
/// All but the counts are NaN without a magnetic atom.
/// </summary>
public sealed class MagneticSiteDescriptors : DescriptorSet
{
    private const string Own = "Defined by Lodestone.";

    private static readonly ImmutableArray<Descriptor> All =
    [
        new("magnetic_sites", "", "Magnetic atoms in the primitive cell.", Own),
        new("magnetic_orbits", "", "Magnetic sites that symmetry does not make equal.", Own),
        new("odd_magnetic_orbits", "", "Those of them with an odd number of atoms in the primitive cell: equal collinear moments on them cannot cancel within it.", Own),
        new("min_magnetic_orbit", "", "Fewest magnetic atoms in the primitive cell that symmetry makes equal.", Own),
        new("max_magnetic_orbit", "", "Most magnetic atoms in the primitive cell that symmetry makes equal.", Own),
        new("min_magnetic_site_symmetry", "", "Smallest order of the site-symmetry group of a magnetic atom.", Own),
        new("max_magnetic_site_symmetry", "", "Largest order of the site-symmetry group of a magnetic atom.", Own),
    ];

    /// <summary>The set.</summary>
    public static MagneticSiteDescriptors Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "magnetic-sites";

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => All;

    /// <inheritdoc/>
    public override bool NeedsStructure => true;

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        Structure structure = OrderedCrystal.Of(material, this);
        CrystalSymmetry symmetry = CrystalSymmetry.Find(structure);
        int cells = structure.Sites.Length / symmetry.Primitive.Sites.Length;
        IGrouping<int, int>[] orbits = [.. Enumerable.Range(0, structure.Sites.Length)
            .Where(site => MagneticElements.Contains(structure.Sites[site].Element))
            .GroupBy(site => symmetry.EquivalentSites[site])];
        int[] sizes = [.. orbits.Select(orbit => orbit.Count() / cells)];
        int[] orders = [.. orbits.Select(orbit => symmetry.SiteSymmetryOrders[orbit.Key])];
        values.Fill(double.NaN);
        (values[0], values[1], values[2]) = (sizes.Sum(), sizes.Length, sizes.Count(int.IsOddInteger));
        if (sizes.Length == 0) return;
        (values[3], values[4]) = (sizes.Min(), sizes.Max());
        (values[5], values[6]) = (orders.Min(), orders.Max());
    }
}
