using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

public sealed class StandardizedCrystalTests
{
    [Fact]
    public void Every_group_has_one_standard_cell_however_a_crystal_is_described()
    {
        var random = new Random(1);
        for (int number = 1; number <= 230; number++)
        {
            SpaceGroup group = SpaceGroup.Standard(number);
            if (group.Operations.Length > 48) continue;
            Structure crystal = GenericCrystals.Of(group);
            Assert.Equal((number, null), (number, StandardCells.Fault(crystal, StandardCells.Described(crystal, random), 0.001)));
        }
    }

    // The rock salt that a primitive cell gives: Fm-3m has two origins, and the lighter of two equally rare elements comes to 0 0 0.
    [Fact]
    public void Rock_salt()
    {
        Structure given = Structure.Crystal(
            Lattice.FromParameters(3.99, 3.99, 3.99, 60, 60, 60), [Element.Parse("Cl"), Element.Parse("Na")], [new(0.2, 0.3, 0.4), new(0.7, 0.8, 0.9)]);
        StandardizedCrystal standard = CrystalSymmetry.Find(given).Standardize();
        double a = 3.99 * Math.Sqrt(2);

        Assert.Equal("F m -3 m", standard.SpaceGroup.HermannMauguin);
        AssertNear(new Matrix3D(new(a, 0, 0), new(0, a, 0), new(0, 0, a)), standard.Conventional.Lattice!.Vectors);
        Assert.Equal(["Na", "Na", "Na", "Na", "Cl", "Cl", "Cl", "Cl"], standard.Conventional.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(
            [new(0, 0, 0), new(0.5, 0.5, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0, 0.5, 0), new(0.5, 0, 0), new(0, 0, 0.5), new(0.5, 0.5, 0.5)],
            standard.Conventional.Sites.Select(site => site.Fractional));
        AssertNear(new Matrix3D(new(0, a / 2, a / 2), new(a / 2, 0, a / 2), new(a / 2, a / 2, 0)), standard.Primitive.Lattice!.Vectors);
        Assert.Equal([Vector3D.Zero, new(0.5, 0.5, 0.5)], standard.Primitive.Sites.Select(site => site.Fractional));
    }

    // Rutile, with noise: Ti on 2a (0 0 0), O on 4f (x x 0). The other origin would bring Ti to 2b (0 0 1/2).
    [Fact]
    public void Sites_and_lattice_become_exact()
    {
        Element titanium = Element.Parse("Ti"), oxygen = Element.Parse("O");
        Structure noisy = Structure.Crystal(
            Lattice.FromParameters(4.594, 4.596, 2.959, 90.03, 90, 89.98), [oxygen, titanium, oxygen, titanium, oxygen, oxygen],
            [new(0.3055, 0.3046, 0.0003), new(0.0004, 0, 0), new(0.695, 0.695, 0), new(0.5, 0.4997, 0.5), new(0.805, 0.195, 0.5), new(0.195, 0.8046, 0.5004)]);
        StandardizedCrystal standard = CrystalSymmetry.Find(noisy, 0.02).Standardize();
        var (a, b, c) = standard.Conventional.Lattice!.Lengths;
        Vector3D[] titaniumSites = [.. standard.Conventional.Sites.Where(site => site.Element == titanium).Select(site => site.Fractional)];
        Vector3D[] oxygenSites = [.. standard.Conventional.Sites.Where(site => site.Element == oxygen).Select(site => site.Fractional)];

        Assert.Equal(136, standard.SpaceGroup.Number);
        Assert.Equal(a, b);
        Assert.Equal(4.595, a, 1e-3);
        Assert.Equal(2.959, c, 1e-6);
        Assert.Equal((90, 90, 90), standard.Conventional.Lattice.Angles);
        Assert.Equal([Vector3D.Zero, new(0.5, 0.5, 0.5)], titaniumSites);
        Assert.Contains(oxygenSites, site => site.Z == 0 && Math.Abs(site.X - site.Y) < 1e-12 && Math.Abs(site.X - 0.305) < 5e-4);
    }

    [Fact]
    public void A_mirror_image_has_a_cell_of_its_own()
    {
        Structure crystal = GenericCrystals.Of(SpaceGroup.Standard(19));
        Structure mirrored = crystal.Rotated(new Matrix3D(new(-1, 0, 0), new(0, 1, 0), new(0, 0, 1)));
        Site first = CrystalSymmetry.Find(crystal).Standardize().Conventional.Sites[0], other = CrystalSymmetry.Find(mirrored).Standardize().Conventional.Sites[0];
        Assert.True((first.Cartesian - other.Cartesian).Length > 0.1);
    }

    // A pseudo-cubic triclinic cell has 24 Niggli cells of the same lengths and angles.
    [Fact]
    public void Atoms_decide_where_the_lattice_does_not()
    {
        Structure crystal = Structure.Crystal(
            Lattice.FromParameters(4, 4, 4, 90, 90, 90), [new(26), new(27), new(8), new(8)], [default, new(0.31, 0.12, 0.07), new(0.11, 0.23, 0.43), new(0.6, 0.52, 0.81)]);
        var random = new Random(3);
        for (int i = 0; i < 20; i++) Assert.Null(StandardCells.Fault(crystal, StandardCells.Described(crystal, random), 0.001));
    }

    [Fact]
    public void Two_atoms_in_one_place_leave_a_reduced_cell()
    {
        Structure crystal = Structure.Crystal(Lattice.FromParameters(3, 4, 5, 80, 85, 95), [new(26), new(26), new(27)], [default, default, new(0.3, 0.4, 0.2)]);
        Structure standard = CrystalSymmetry.Find(crystal.Supercell(new(new(1, 2, 0), new(0, 1, 0), new(0, 3, -1)))).Standardize().Conventional;
        Assert.Equal(3, standard.Sites.Length);
        Assert.Equal(crystal.NiggliReduced().Lattice!.Lengths.C, standard.Lattice!.Lengths.C, 1e-9);
    }

    private static void AssertNear(Matrix3D expected, Matrix3D found)
    {
        for (int i = 0; i < 3; i++) Assert.True((expected[i] - found[i]).Length < 1e-9, $"{found}");
    }
}
