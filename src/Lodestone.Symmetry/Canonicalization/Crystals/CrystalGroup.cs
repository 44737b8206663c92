using Lodestone.Matter.Geometry;
using Lodestone.Symmetry.Continuous;

namespace Lodestone.Symmetry.Canonicalization.Crystals;

/// <summary>All descriptions of a crystal by one primitive cell: rotations, reflections, translations, and bases of the lattice, E(3) × GL(3, ℤ).</summary>
public sealed class CrystalGroup : IGroup<CrystalMotion>
{
    private const int Steps = 4;

    /// <inheritdoc/>
    public CrystalMotion Identity => CrystalMotion.Identity;

    /// <inheritdoc/>
    public CrystalMotion Multiply(CrystalMotion a, CrystalMotion b) => a * b;

    /// <inheritdoc/>
    public CrystalMotion Inverse(CrystalMotion a) => a.Inverse();

    /// <summary>
    /// Random motions: rotations by Haar measure, shifts with normal coordinates of 1 Å, and bases made by adding or subtracting one vector to
    /// another a few times, some of them left-handed.
    /// </summary>
    /// <inheritdoc/>
    public IEnumerable<CrystalMotion> Sample(int count, int seed)
    {
        var random = new Random(seed);
        foreach (RigidMotion motion in EuclideanGroup.E3.Sample(count, seed))
        {
            double[] r = motion.Rotation.data<double>().ToArray(), t = motion.Translation.data<double>().ToArray();
            yield return new CrystalMotion(
                Basis(random), new Matrix3D(new(r[0], r[1], r[2]), new(r[3], r[4], r[5]), new(r[6], r[7], r[8])), new Vector3D(t[0], t[1], t[2]));
        }
    }

    /// <inheritdoc/>
    public string Describe(CrystalMotion element)
    {
        var (a, b, c) = (element.Basis.A, element.Basis.B, element.Basis.C);
        string kind = element.Rotation.Determinant < 0 ? "mirrored" : "turned";
        return $"the {kind} cell with the rows [{a.A} {a.B} {a.C}; {b.A} {b.B} {b.C}; {c.A} {c.B} {c.C}]";
    }

    private static IntegerMatrix3 Basis(Random random)
    {
        IntegerMatrix3 basis = IntegerMatrix3.Diagonal(1, 1, random.Next(2) == 0 ? 1 : -1);
        for (int step = 0; step < Steps; step++)
        {
            int row = random.Next(3), other = (row + random.Next(1, 3)) % 3;
            var rows = new int[3, 3] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
            rows[row, other] = random.Next(2) == 0 ? 1 : -1;
            basis = new IntegerMatrix3(
                new(rows[0, 0], rows[0, 1], rows[0, 2]), new(rows[1, 0], rows[1, 1], rows[1, 2]), new(rows[2, 0], rows[2, 1], rows[2, 2])) * basis;
        }
        return basis;
    }
}
