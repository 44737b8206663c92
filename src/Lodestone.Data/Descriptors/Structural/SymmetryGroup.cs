using System.Collections.Immutable;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>Space group and symmetry of the sites.</summary>
internal sealed class SymmetryGroup : StructureGroup
{
    private const string Tables = "International Tables for Crystallography A (2016).";

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        new("space_group_number", "", "Number of the space group, 1 to 230, found within 0.01 Å.", Tables),
        new("crystal_system", "", "Crystal system: 1 triclinic, 2 monoclinic, 3 orthorhombic, 4 tetragonal, 5 trigonal, 6 hexagonal, 7 cubic.", Tables),
        new("primitive_sites", "", "Atoms in the primitive cell.", Own),
        new("inequivalent_sites", "", "Sites that symmetry does not make equal.", Own),
        new("inequivalent_fraction", "", "Inequivalent sites by the atoms of the primitive cell.", Own),
        new("free_coordinates", "", "Coordinates of inequivalent sites that symmetry leaves free.", Tables),
        new("mean_site_symmetry", "", "Mean order of the site-symmetry group over the atoms.", Tables),
        new("std_site_symmetry", "", "Standard deviation of the order of the site-symmetry group over the atoms.", Tables),
        new("min_site_symmetry", "", "Smallest order of a site-symmetry group.", Tables),
        new("max_site_symmetry", "", "Largest order of a site-symmetry group.", Tables),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        CrystalSymmetry symmetry = crystal.Symmetry;
        int inequivalent = 0, free = 0;
        for (int site = 0; site < symmetry.EquivalentSites.Length; site++)
        {
            if (symmetry.EquivalentSites[site] != site) continue;
            inequivalent++;
            free += symmetry.SiteFreedoms[site];
        }

        values[0] = symmetry.SpaceGroup.Number;
        values[1] = (int)symmetry.SpaceGroup.CrystalSystem;
        values[2] = crystal.Elements.Length;
        values[3] = inequivalent;
        values[4] = (double)inequivalent / crystal.Elements.Length;
        values[5] = free;
        Spread.Of([.. symmetry.SiteSymmetryOrders.Select(order => (double)order)]).CopyTo(values[6..]);
    }
}
