using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests;

/// <summary>Random cells, crystals and molecules for property tests.</summary>
internal static class Generators
{
    public static readonly Gen<Vector3D> Direction =
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Double[-1, 1], (x, y, z) => new Vector3D(x, y, z));

    /// <summary>Cells with edges of a few Å and any angles that leave a volume of at least 4 Å³.</summary>
    public static readonly Gen<Matrix3D> Cell =
        Gen.Select(Direction, Direction, Direction, Gen.Double[2, 7], (a, b, c, size) => new Matrix3D(size * a, size * b, size * c))
            .Where(cell => Math.Abs(cell.Determinant) > 4);

    public static readonly Gen<Vector3D> Fractional =
        Gen.Select(Gen.Double[-1.5, 1.5], Gen.Double[-1.5, 1.5], Gen.Double[-1.5, 1.5], (x, y, z) => new Vector3D(x, y, z));

    public static readonly Gen<Element> Element = Gen.Int[1, 103].Select(number => new Element(number));

    public static readonly Gen<(Element Element, Vector3D Position)> Atom = Gen.Select(Element, Fractional, (e, f) => (e, f));

    public static readonly Gen<Structure> Crystal = Gen.Select(Cell, Atom.Array[1, 6], (cell, atoms) => Structure.Crystal(
        new Lattice(cell), atoms.Select(a => a.Element).ToArray(), atoms.Select(a => a.Position).ToArray()));

    public static readonly Gen<Structure> Molecule = Atom.Array[1, 12].Select(atoms => Structure.Molecule(
        atoms.Select(a => a.Element).ToArray(), atoms.Select(a => 4 * a.Position).ToArray()));

    /// <summary>Products of a few shears and swaps: determinant +1 or −1.</summary>
    public static readonly Gen<IntegerMatrix3> Unimodular =
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 2], Gen.Int[-3, 3], Shear).Array[0, 4]
            .Select(shears => shears.Aggregate(IntegerMatrix3.Identity, (product, shear) => shear * product));

    /// <summary>A proper rotation, from three angles.</summary>
    public static readonly Gen<Matrix3D> Rotation =
        Gen.Select(Gen.Double[0, 6.28], Gen.Double[0, 6.28], Gen.Double[0, 6.28], (x, y, z) => AboutZ(x) * AboutX(y) * AboutZ(z));

    private static Matrix3D AboutZ(double angle) =>
        new(new(Math.Cos(angle), Math.Sin(angle), 0), new(-Math.Sin(angle), Math.Cos(angle), 0), new(0, 0, 1));

    private static Matrix3D AboutX(double angle) =>
        new(new(1, 0, 0), new(0, Math.Cos(angle), Math.Sin(angle)), new(0, -Math.Sin(angle), Math.Cos(angle)));

    private static IntegerMatrix3 Shear(int row, int step, int multiple)
    {
        int[,] m = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
        m[row, (row + step) % 3] = multiple;
        return new(new(m[0, 0], m[0, 1], m[0, 2]), new(m[1, 0], m[1, 1], m[1, 2]), new(m[2, 0], m[2, 1], m[2, 2]));
    }
}
