using Lodestone.Matter.Cells;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter;

/// <summary>Other cells of the same crystal.</summary>
public static class StructureCells
{
    private const int MaximumSites = 10_000_000;

    /// <summary>The crystal in a cell made of whole lattice vectors: a supercell, or, with determinant ±1, another cell of the same lattice.</summary>
    /// <param name="crystal">A crystal.</param>
    /// <param name="matrix">M: the new rows are <c>M</c> times the old ones. The copies of a site follow one another.</param>
    /// <exception cref="ArgumentException">The structure is a molecule, the determinant is 0, or more than ten million sites would result.</exception>
    public static Structure Supercell(this Structure crystal, IntegerMatrix3 matrix)
    {
        Lattice lattice = LatticeOf(crystal);
        if (matrix.Determinant == 0) throw new ArgumentException("A supercell needs three independent vectors.", nameof(matrix));
        if (Math.Abs(matrix.Determinant) > MaximumSites / crystal.Sites.Length)
            throw new ArgumentException($"A supercell of {Math.Abs(matrix.Determinant)} cells has too many sites.", nameof(matrix));
        Matrix3D rows = matrix.ToMatrix3D(), inverse = rows.Inverse();
        var super = new Lattice(rows * lattice.Vectors);
        CellImage[] cells = LatticePoints.Of(matrix);
        return crystal.With(super, crystal.Sites.SelectMany(site => cells.Select(cell =>
            site.At(StructureTransforms.Wrap((site.Fractional + new Vector3D(cell.A, cell.B, cell.C)) * inverse), super))));
    }

    /// <summary>The crystal in its Niggli-reduced cell, wrapped into it; sites keep their order.</summary>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static Structure NiggliReduced(this Structure crystal) =>
        crystal.Supercell(LatticeOf(crystal).NiggliReduced().Transformation);

    /// <summary>The crystal in a primitive cell, Niggli-reduced: the smallest that repeats. A primitive crystal stays as it is.</summary>
    /// <param name="crystal">A crystal; the time grows with the third power of its sites.</param>
    /// <param name="tolerance">How far, in Å, a site may lie from the translated place of another.</param>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static Structure Primitive(this Structure crystal, double tolerance = 0.01)
    {
        LatticeOf(crystal);
        return PrimitiveCell.Find(crystal, tolerance).Primitive;
    }

    /// <summary>The crystal in a primitive cell as <see cref="Primitive"/> gives it, and for each of its sites the one there that it repeats.</summary>
    /// <param name="crystal">A crystal.</param>
    /// <param name="tolerance">How far, in Å, a site may lie from the translated place of another.</param>
    /// <returns>The primitive crystal, and the index in it of each site: [sites].</returns>
    /// <exception cref="ArgumentException">The structure is a molecule.</exception>
    public static (Structure Primitive, int[] SiteOf) PrimitiveSites(this Structure crystal, double tolerance = 0.01)
    {
        LatticeOf(crystal);
        return PrimitiveCell.Find(crystal, tolerance);
    }

    private static Lattice LatticeOf(Structure crystal) =>
        crystal.Lattice ?? throw new ArgumentException("A molecule has no cell.", nameof(crystal));
}
