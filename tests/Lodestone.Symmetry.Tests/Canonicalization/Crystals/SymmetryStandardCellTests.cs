using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;
using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Symmetry.Tests.Canonicalization.Crystals;

public sealed class SymmetryStandardCellTests
{
    private static readonly SymmetryStandardCell Standard = new();

    [Theory]
    [MemberData(nameof(StandardCellTests.Lattices), MemberType = typeof(StandardCellTests))]
    public void However_a_crystal_is_described_its_standard_cell_is_the_same(string name, double[] cell, int symmetries)
    {
        Assert.True(symmetries > 1, name);
        Lattice lattice = Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        Structure[] crystals =
        [
            Structure.Crystal(lattice, [Li], [default]),
            Structure.Crystal(lattice, [Li, O, Fe], [new Vector3D(0.2, 0.9, 0.3), new Vector3D(0.31, 0.12, 0.07), new Vector3D(0.11, 0.23, 0.43)]),
            Structure.Crystal(lattice, [O, O, Fe, Li], [default, new Vector3D(0.5, 0.5, 0.5), new Vector3D(0.25, 0.25, 0.1), new Vector3D(0.75, 0.75, 0.9)]),
        ];

        Equivariance.AssertEquivariant(
            Standard.Invariant(crystal => crystal), Standard.Group, Standard.Act, Equivariance.Invariant, StandardCellTests.Distance, crystals, 1e-8, elements: 12);
    }

    // α-quartz: its mirror image has the other of the groups P3₁21 and P3₂21.
    [Fact]
    public void A_crystal_and_its_mirror_image_have_one_form()
    {
        Structure quartz = Structure.Crystal(
            Lattice.FromParameters(4.913, 4.913, 5.405, 90, 90, 120), [Si, Si, Si, O, O, O, O, O, O],
            [new(0.4697, 0, 2 / 3.0), new(0, 0.4697, 1 / 3.0), new(-0.4697, -0.4697, 0),
             new(0.4135, 0.2669, 0.7858), new(-0.2669, 0.1466, 0.4525), new(-0.1466, -0.4135, 0.1191),
             new(0.2669, 0.4135, -0.7858), new(0.1466, -0.2669, -0.4525), new(-0.4135, -0.1466, -0.1191)]);
        int number = CrystalSymmetry.Find(quartz).SpaceGroup.Number;
        Structure mirrored = quartz.Rotated(new Matrix3D(new(1, 0, 0), new(0, -1, 0), new(0, 0, 1)));

        Assert.Equal(306, number + CrystalSymmetry.Find(mirrored).SpaceGroup.Number);
        Assert.Equal(152, CrystalSymmetry.Find(SymmetryStandardCell.Of(quartz)).SpaceGroup.Number);
        Assert.Equal(0, StandardCellTests.Distance(SymmetryStandardCell.Of(quartz), SymmetryStandardCell.Of(mirrored)), 1e-9);
        Equivariance.AssertEquivariant(
            Standard.Invariant(crystal => crystal), Standard.Group, Standard.Act, Equivariance.Invariant, StandardCellTests.Distance, [quartz], 1e-8, elements: 24);
    }

    // Perovskite with displacements that the tolerance still takes for none.
    [Fact]
    public void Little_distortions_stay_and_are_described_in_one_way()
    {
        Structure crystal = Structure.Crystal(
            Lattice.FromParameters(3.905, 3.906, 3.9, 90.02, 90, 90), [Sr, Ti, O, O, O],
            [new(0.5, 0.5, 0.5), new(0.0004, 0, 0), new(0.5, 0.0007, 0), new(0, 0.5, 0.0003), new(0, 0.0002, 0.5)]);

        Assert.Equal(221, CrystalSymmetry.Find(crystal).SpaceGroup.Number);
        Assert.Equal(crystal.Lattice!.Volume, SymmetryStandardCell.Of(crystal).Lattice!.Volume, 1e-9);
        Equivariance.AssertEquivariant(
            Standard.Invariant(form => form), Standard.Group, Standard.Act, Equivariance.Invariant, StandardCellTests.Distance, [crystal], 1e-8, elements: 24);
    }

    [Fact]
    public void It_is_the_standardized_primitive_cell()
    {
        Structure rutile = Structure.Crystal(
            Lattice.FromParameters(4.594, 4.594, 2.959, 90, 90, 90), [O, Ti, O, Ti, O, O],
            [new(0.305, 0.305, 0), new(0, 0, 0), new(0.695, 0.695, 0), new(0.5, 0.5, 0.5), new(0.805, 0.195, 0.5), new(0.195, 0.805, 0.5)]);
        Structure standard = CrystalSymmetry.Find(rutile).Standardize().Primitive;

        Assert.Equal(0, StandardCellTests.Distance(standard, SymmetryStandardCell.Of(rutile.Supercell(IntegerMatrix3.Diagonal(1, 2, 1)))), 1e-9);
    }

    [Fact]
    public void A_molecule_or_a_supercell_has_no_frame()
    {
        Structure lithium = Structure.Crystal(Lattice.FromParameters(3, 3, 3, 90, 90, 90), [Li], [default]);
        Assert.Throws<ArgumentException>(() => Standard.Frame(Structure.Molecule([Li], [default])));
        Assert.Throws<ArgumentException>(() => Standard.Frame(lithium.Supercell(IntegerMatrix3.Diagonal(1, 1, 2))));
    }

    private static Element Li => Element.Parse("Li");

    private static Element O => Element.Parse("O");

    private static Element Si => Element.Parse("Si");

    private static Element Sr => Element.Parse("Sr");

    private static Element Ti => Element.Parse("Ti");

    private static Element Fe => Element.Parse("Fe");
}
