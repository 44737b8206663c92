using CsCheck;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

public sealed class CrystalSymmetryTests
{
    private static readonly Gen<SpaceGroup> Group = Gen.Int[1, 230].Select(SpaceGroup.Standard);

    [Fact]
    public void Every_standard_setting_is_found_again()
    {
        for (int number = 1; number <= 230; number++)
            AssertGroup(number, GenericCrystals.Of(SpaceGroup.Standard(number)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_other_setting_is_found_again()
    {
        foreach (SpaceGroup group in SpaceGroup.All) AssertGroup(group.Number, GenericCrystals.Of(group));
    }

    [Fact]
    public void Cell_orientation_origin_order_and_little_noise_change_nothing() =>
        Gen.Select(Group.Where(group => group.Operations.Length <= 24), Generators.Unimodular, Generators.Rotation, Generators.Fractional, Gen.Int[0, 99]).Sample((group, change, rotation, shift, seed) =>
        {
            var random = new Random(seed);
            Structure crystal = GenericCrystals.Of(group).Supercell(change).Rotated(rotation).Translated(shift).Wrapped();
            int[] order = [.. Enumerable.Range(0, crystal.Sites.Length)];
            random.Shuffle(order);
            AssertGroup(group.Number, Noisy(crystal.Permuted(order), 0.001, random));
        }, iter: 30);

    [Fact]
    public void A_supercell_has_the_group_of_its_crystal() =>
        Gen.Select(Group.Where(group => group.Operations.Length <= 12), Gen.Int[1, 3], Gen.Int[1, 2]).Sample((group, a, c) =>
            AssertGroup(group.Number, GenericCrystals.Of(group).Supercell(IntegerMatrix3.Diagonal(a, 1, c))), iter: 15);

    [Theory]
    [InlineData(76, 78)]
    [InlineData(92, 96)]
    [InlineData(144, 145)]
    [InlineData(152, 154)]
    [InlineData(178, 179)]
    [InlineData(212, 213)]
    [InlineData(19, 19)]
    public void A_mirror_image_has_the_group_of_the_other_hand(int number, int mirrored)
    {
        var mirror = new Matrix3D(new(-1, 0, 0), new(0, 1, 0), new(0, 0, 1));
        AssertGroup(mirrored, GenericCrystals.Of(SpaceGroup.Standard(number)).Rotated(mirror));
    }

    // Turned by 90° about c, Pa-3 is in a setting that the tables do not list; turned by 180°, an R lattice is in its reverse setting.
    [Theory]
    [InlineData(205)]
    [InlineData(206)]
    [InlineData(198)]
    [InlineData(146)]
    [InlineData(161)]
    [InlineData(167)]
    public void Axes_that_the_tables_do_not_have_are_found(int number)
    {
        Structure crystal = GenericCrystals.Of(SpaceGroup.Standard(number));
        IntegerMatrix3[] turns = number >= 195
            ? [new(new(0, 1, 0), new(-1, 0, 0), new(0, 0, 1)), new(new(1, 0, 0), new(0, 0, -1), new(0, 1, 0)), IntegerMatrix3.Diagonal(1, -1, -1)]
            : [IntegerMatrix3.Diagonal(-1, -1, 1), new(new(0, 1, 0), new(1, 0, 0), new(0, 0, -1))];
        Assert.All(turns, turn => AssertGroup(number, crystal.Supercell(turn)));
    }

    // Rutile: Ti on 2a (m.mm, order 8), O on 4f (m.2m, order 4, one free coordinate).
    [Fact]
    public void Sites_of_rutile()
    {
        Element titanium = Element.Parse("Ti"), oxygen = Element.Parse("O");
        Structure rutile = Structure.Crystal(
            Lattice.FromParameters(4.594, 4.594, 2.959, 90, 90, 90), [oxygen, titanium, oxygen, titanium, oxygen, oxygen],
            [new(0.305, 0.305, 0), new(0, 0, 0), new(0.695, 0.695, 0), new(0.5, 0.5, 0.5), new(0.805, 0.195, 0.5), new(0.195, 0.805, 0.5)]);
        CrystalSymmetry symmetry = CrystalSymmetry.Find(rutile);

        Assert.Equal(136, symmetry.SpaceGroup.Number);
        Assert.Equal(CrystalSystem.Tetragonal, symmetry.SpaceGroup.CrystalSystem);
        Assert.Equal([0, 1, 0, 1, 0, 0], symmetry.EquivalentSites);
        Assert.Equal([4, 8, 4, 8, 4, 4], symmetry.SiteSymmetryOrders);
        Assert.Equal([1, 0, 1, 0, 1, 1], symmetry.SiteFreedoms);

        CrystalSymmetry ofSupercell = CrystalSymmetry.Find(rutile.Supercell(IntegerMatrix3.Diagonal(1, 1, 2)));
        Assert.Equal(136, ofSupercell.SpaceGroup.Number);
        Assert.Equal([0, 0, 2, 2, 0, 0, 2, 2, 0, 0, 0, 0], ofSupercell.EquivalentSites);
        Assert.Equal([4, 4, 8, 8, 4, 4, 8, 8, 4, 4, 4, 4], ofSupercell.SiteSymmetryOrders);
    }

    [Fact]
    public void One_atom_has_the_symmetry_of_its_lattice()
    {
        Element iron = Element.Parse("Fe");
        (double Alpha, int Number)[] cells = [(90, 221), (60, 225), (109.47122063449069, 229), (70, 166)];
        foreach ((double alpha, int number) in cells)
            AssertGroup(number, Structure.Crystal(Lattice.FromParameters(3, 3, 3, alpha, alpha, alpha), [iron], [new(0.2, 0.3, 0.4)]));
        AssertGroup(2, Structure.Crystal(Lattice.FromParameters(3, 4, 5, 80, 85, 95), [iron], [default]));
    }

    [Fact]
    public void The_tolerance_decides_what_is_equal()
    {
        Structure distorted = Structure.Crystal(Lattice.FromParameters(3, 3, 3.05, 90, 90, 90), [Element.Parse("Po")], [default]);
        AssertGroup(123, distorted);
        Assert.Equal(221, CrystalSymmetry.Find(distorted, 0.1).SpaceGroup.Number);
    }

    [Fact]
    public void A_disordered_site_is_equal_to_its_like_only()
    {
        var lattice = Lattice.FromParameters(3, 3, 3, 90, 90, 90);
        Site Half(double share, Vector3D at) => new Site([new Species(Element.Parse("Fe"), share), new Species(Element.Parse("Co"), 1 - share)], default, default).At(at, lattice);
        Vector3D middle = new(0.5, 0.5, 0.5);
        AssertGroup(229, new Structure(lattice, [Half(0.5, default), Half(0.5, middle)]));
        AssertGroup(221, new Structure(lattice, [Half(0.5, default), Half(0.4, middle)]));
    }

    [Fact]
    public void Moments_and_charges_are_not_looked_at()
    {
        var lattice = Lattice.FromParameters(3, 3, 3, 90, 90, 90);
        Site up = new Site([new Species(Element.Parse("Cr"), 1, 3)], default, default) { Moment = new(0, 0, 1) };
        Site down = new Site([new Species(Element.Parse("Cr"), 1, 2)], default, default).At(new(0.5, 0.5, 0.5), lattice) with { Moment = new(0, 0, -1) };
        AssertGroup(229, new Structure(lattice, [up, down]));
    }

    [Fact]
    public void Two_atoms_in_one_place_do_not_end_the_search() =>
        AssertGroup(1, Structure.Crystal(Lattice.FromParameters(3, 4, 5, 80, 85, 95), [new(26), new(26), new(27)], [default, default, new(0.3, 0.4, 0.2)]));

    [Fact]
    public void A_molecule_has_no_space_group() =>
        Assert.Throws<ArgumentException>(() => CrystalSymmetry.Find(Structure.Molecule([new(8)], [default])));

    private static void AssertGroup(int number, Structure crystal) => Assert.Equal(number, CrystalSymmetry.Find(crystal).SpaceGroup.Number);

    private static Structure Noisy(Structure crystal, double largest, Random random)
    {
        double Noise() => largest * (2 * random.NextDouble() - 1);
        return new Structure(crystal.Lattice, [.. crystal.Sites.Select(site =>
            site.At(crystal.Lattice!.ToFractional(site.Cartesian + new Vector3D(Noise(), Noise(), Noise())), crystal.Lattice))]);
    }
}
