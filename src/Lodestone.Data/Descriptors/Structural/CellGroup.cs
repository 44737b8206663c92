using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>How densely a crystal is packed.</summary>
internal sealed class CellGroup : StructureGroup
{
    private const string Radii = "Cordero et al., Dalton Trans. 2832 (2008).";

    public override ImmutableArray<Descriptor> Descriptors { get; } =
    [
        new("mass_density_g_cm3", "g/cm³", "Mass by volume.", Own),
        new("volume_per_atom_A3", "Å³", "Volume of the cell by its atoms.", Own),
        new("packing_fraction", "", "Volume of spheres of the covalent radii, by the volume of the cell; overlaps count twice.", Radii),
        new("volume_ratio", "", "Volume by the sum of the volumes of the atoms in their elements.", "CRC Handbook of Chemistry and Physics, 95th ed. (2014)."),
    ];

    public override void Describe(DescribedCrystal crystal, Span<double> values)
    {
        double volume = crystal.Structure.Lattice!.Volume, spheres = 0, elements = 0;
        foreach (Element element in crystal.Elements)
        {
            spheres += 4 * Math.PI / 3 * Math.Pow(element.CovalentRadius ?? double.NaN, 3);
            elements += element.AtomicVolume ?? double.NaN;
        }

        values[0] = crystal.Structure.Density!.Value;
        values[1] = volume / crystal.Elements.Length;
        values[2] = spheres / volume;
        values[3] = volume / elements;
    }
}
