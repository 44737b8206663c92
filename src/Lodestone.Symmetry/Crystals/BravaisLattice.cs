using System.Collections.Immutable;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Symmetry.Crystals;

/// <summary>
/// One of the fourteen kinds of lattices. Its point group, the holohedry, comes from the space group of the bare lattice (International Tables
/// for Crystallography A), and is brought into a primitive basis here.
/// </summary>
public sealed class BravaisLattice
{
    private readonly Lazy<SupercellGroup> _supercell;

    private BravaisLattice(string symbol, string name, int spaceGroup, Matrix3D primitive)
    {
        Symbol = symbol;
        Name = name;
        Primitive = primitive;
        Rotations = [.. SpaceGroup.Standard(spaceGroup).Operations.Select(operation => operation.Rotation).Distinct()
            .Select(rotation => Basis.Change(rotation, primitive))];
        Generators = [.. SmallGenerators.Of(Rotations)];
        _supercell = new Lazy<SupercellGroup>(() => new SupercellGroup(this));
    }

    /// <summary>The fourteen lattices, from the triclinic to the cubic ones.</summary>
    public static ImmutableArray<BravaisLattice> All { get; } = MakeAll();

    /// <summary>Pearson's symbol: <c>cP</c> is primitive cubic, <c>hR</c> rhombohedral.</summary>
    public string Symbol { get; }

    /// <summary>The name: <c>primitive cubic</c>.</summary>
    public string Name { get; }

    /// <summary>The primitive basis: rows in units of the conventional axes a, b, c.</summary>
    public Matrix3D Primitive { get; }

    /// <summary>The holohedry as matrices on columns of coordinates in the primitive basis: [order].</summary>
    public ImmutableArray<RotationPart> Rotations { get; }

    /// <summary>A few of <see cref="Rotations"/> that generate all.</summary>
    public ImmutableArray<RotationPart> Generators { get; }

    /// <summary>The symmetry of the supercell of 2 × 2 × 2 primitive cells.</summary>
    public SupercellGroup Supercell => _supercell.Value;

    /// <summary>A lattice by its Pearson symbol, or null.</summary>
    public static BravaisLattice? Find(string symbol) => All.FirstOrDefault(lattice => lattice.Symbol == symbol);

    /// <summary>
    /// The basis of a lattice that suits this kind best: the one in which the scalar products of its vectors change least under the point group;
    /// among equally good ones that with the shortest vectors, and with a ≤ b ≤ c as far as possible.
    /// </summary>
    /// <param name="lattice">A primitive cell of any lattice.</param>
    /// <returns>The matrix M of determinant +1 with which the basis is <c>M</c> times the rows of the lattice.</returns>
    public IntegerMatrix3 NearestBasis(Matter.Lattice lattice) => BasisSearch.Nearest(this, lattice);

    /// <summary>The Pearson symbol.</summary>
    public override string ToString() => Symbol;

    private static ImmutableArray<BravaisLattice> MakeAll()
    {
        const double half = 1.0 / 2, third = 1.0 / 3;
        Matrix3D p = Matrix3D.Identity;
        var c = new Matrix3D(new(half, -half, 0), new(half, half, 0), new(0, 0, 1));
        var i = new Matrix3D(new(-half, half, half), new(half, -half, half), new(half, half, -half));
        var f = new Matrix3D(new(0, half, half), new(half, 0, half), new(half, half, 0));
        var r = new Matrix3D(new(2 * third, third, third), new(-third, third, third), new(-third, -2 * third, third));
        return
        [
            new("aP", "triclinic", 2, p),
            new("mP", "primitive monoclinic", 10, p),
            new("mC", "base-centred monoclinic", 12, c),
            new("oP", "primitive orthorhombic", 47, p),
            new("oC", "base-centred orthorhombic", 65, c),
            new("oI", "body-centred orthorhombic", 71, i),
            new("oF", "face-centred orthorhombic", 69, f),
            new("tP", "primitive tetragonal", 123, p),
            new("tI", "body-centred tetragonal", 139, i),
            new("hR", "rhombohedral", 166, r),
            new("hP", "hexagonal", 191, p),
            new("cP", "primitive cubic", 221, p),
            new("cI", "body-centred cubic", 229, i),
            new("cF", "face-centred cubic", 225, f),
        ];
    }
}
