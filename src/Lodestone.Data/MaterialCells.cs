using System.Collections.Immutable;
using Lodestone.Matter;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Data;

/// <summary>Materials in other cells of the same crystal.</summary>
public static class MaterialCells
{
    /// <summary>
    /// A material whose crystal is described in another cell. Its lists of values of sites are left out, as the sites are others. A material without a
    /// crystal stays as it is.
    /// </summary>
    /// <param name="material">The material.</param>
    /// <param name="form">The cell; see <see cref="StandardizedCrystal"/>. What is equal within 0.01 Å counts as symmetric.</param>
    public static Material InCell(this Material material, CellForm form)
    {
        if (material.Structure is not { Lattice: not null } crystal) return material;
        ImmutableDictionary<string, string> properties =
            material.Properties.RemoveRange(material.Properties.Where(property => property.Value.TrimStart().StartsWith('[')).Select(property => property.Key));
        return material with { Structure = InCell(crystal, form), Properties = properties };
    }

    private static Structure InCell(Structure crystal, CellForm form) => form switch
    {
        CellForm.Primitive => CrystalSymmetry.Find(crystal).Standardize().Primitive,
        CellForm.Conventional => CrystalSymmetry.Find(crystal).Standardize().Conventional,
        _ => crystal.Primitive().NiggliReduced(),
    };
}
