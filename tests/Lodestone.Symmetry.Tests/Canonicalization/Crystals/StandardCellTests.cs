using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Symmetry.Tests.Canonicalization.Crystals;

public sealed class StandardCellTests
{
    private static readonly StandardCell Standard = new();

    /// <summary>a, b, c, α, β, γ of a primitive cell, and the number of its symmetries.</summary>
    public static TheoryData<string, double[], int> Lattices => new()
    {
        { "triclinic", [3.1, 4.2, 5.3, 80, 95, 103], 2 },
        { "monoclinic", [3.1, 4.2, 5.3, 90, 103, 90], 4 },
        { "orthorhombic", [3.1, 4.2, 5.3, 90, 90, 90], 8 },
        { "tetragonal", [3.1, 3.1, 5.3, 90, 90, 90], 16 },
        { "rhombohedral", [3.1, 3.1, 3.1, 75, 75, 75], 12 },
        { "hexagonal", [3.1, 3.1, 5.3, 90, 90, 120], 24 },
        { "cubic", [3.1, 3.1, 3.1, 90, 90, 90], 48 },
        { "face-centred", [3.1, 3.1, 3.1, 60, 60, 60], 48 },
        { "body-centred", [3.1, 3.1, 3.1, 109.47122063449069, 109.47122063449069, 109.47122063449069], 48 },
    };

    [Theory]
    [MemberData(nameof(Lattices))]
    public void There_is_a_choice_for_every_symmetry_that_the_lattice_has_and_the_crystal_has_not(string name, double[] cell, int symmetries)
    {
        Lattice lattice = LatticeOf(cell);
        var general = Structure.Crystal(lattice, [Li, O, Fe], [default, new Vector3D(0.31, 0.12, 0.07), new Vector3D(0.11, 0.23, 0.43)]);
        var bare = Structure.Crystal(lattice, [Li], [default]);

        Assert.True(StandardCell.Choices(general).Count == symmetries, name);
        Assert.Single(StandardCell.Choices(bare));
    }

    [Theory]
    [MemberData(nameof(Lattices))]
    public void However_a_crystal_is_described_its_standard_cell_is_the_same(string name, double[] cell, int symmetries)
    {
        Assert.True(symmetries > 1, name);
        Lattice lattice = LatticeOf(cell);
        Structure[] crystals =
        [
            Structure.Crystal(lattice, [Li], [default]),
            Structure.Crystal(lattice, [Li, O, Fe], [new Vector3D(0.2, 0.9, 0.3), new Vector3D(0.31, 0.12, 0.07), new Vector3D(0.11, 0.23, 0.43)]),
            Structure.Crystal(lattice, [O, O, Fe, Fe], [default, new Vector3D(0.5, 0.5, 0.5), new Vector3D(0.25, 0.25, 0.1), new Vector3D(0.75, 0.75, 0.9)]),
        ];

        Equivariance.AssertEquivariant(
            Standard.Invariant(crystal => crystal), Standard.Group, Standard.Act, Equivariance.Invariant, Distance, crystals, 1e-8, elements: 24);
    }

    [Fact]
    public void Any_function_of_a_crystal_becomes_invariant_or_equivariant_in_one_line()
    {
        // A force on the first atom made of raw coordinates: a vector that has to turn with the crystal.
        Func<Structure, Vector3D> force = Standard.Equivariant(
            crystal => crystal.Sites[0].Cartesian + 2 * crystal.Lattice!.Vectors.B, (motion, vector) => vector * motion.Rotation);
        Structure crystal = Structure.Crystal(LatticeOf([3.1, 3.1, 3.1, 90, 90, 90]), [Li, O, Fe], [default, new Vector3D(0.31, 0.12, 0.07), new Vector3D(0.11, 0.23, 0.43)]);

        Equivariance.AssertEquivariant(
            force, Standard.Group, Standard.Act, (motion, vector) => vector * motion.Rotation, (a, b) => (a - b).Length, [crystal], 1e-10);
    }

    [Fact]
    public void Motions_follow_the_laws_of_a_group()
    {
        IGroup<CrystalMotion> group = Standard.Group;
        CrystalMotion[] sample = [.. group.Sample(10, 1)];
        Structure crystal = Structure.Crystal(LatticeOf([3.1, 4.2, 5.3, 80, 95, 103]), [Li, O], [default, new Vector3D(0.31, 0.12, 0.07)]);

        foreach (var (a, b) in sample.Zip(sample.Skip(1)))
        {
            Assert.Equal(0, Distance(a.Act(b.Act(crystal)), group.Multiply(a, b).Act(crystal)), 1e-9);
            Assert.Equal(0, Distance(group.Inverse(a).Act(a.Act(crystal)), crystal), 1e-9);
        }
        Assert.Contains(sample, motion => motion.Basis.Determinant < 0);
        Assert.Contains(sample, motion => motion.Rotation.Determinant < 0);
    }

    [Fact]
    public void A_molecule_has_no_standard_cell() =>
        Assert.Throws<ArgumentException>(() => Standard.Frame(Structure.Molecule([Li], [default])));

    private static Element Li => Element.Parse("Li");

    private static Element O => Element.Parse("O");

    private static Element Fe => Element.Parse("Fe");

    private static Lattice LatticeOf(double[] cell) => Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);

    /// <summary>How far the lattice vectors are apart, and each site from some site of the same element, whatever their order.</summary>
    internal static double Distance(Structure a, Structure b)
    {
        Matrix3D u = a.Lattice!.Vectors, v = b.Lattice!.Vectors;
        double lattice = new[] { u.A - v.A, u.B - v.B, u.C - v.C }.Max(difference => difference.Length);
        double sites = a.Sites.Max(site => b.Sites.Where(other => other.Element == site.Element)
            .Min(other => a.Lattice.MinimumImage(site.Cartesian - other.Cartesian).Length));
        return Math.Max(lattice, sites);
    }
}
