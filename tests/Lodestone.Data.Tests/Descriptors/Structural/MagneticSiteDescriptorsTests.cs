using Lodestone.Data.Descriptors.Structural;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Tests.Descriptors.Structural;

public sealed class MagneticSiteDescriptorsTests
{
    private static readonly Element Iron = Element.Parse("Fe"), Manganese = Element.Parse("Mn"), Oxygen = Element.Parse("O");

    // In rutile, the two metal atoms have the site symmetry m m m, of order 8.
    private static readonly Structure Rutile = Structure.Crystal(
        Lattice.FromParameters(4.87, 4.87, 3.31, 90, 90, 90), [Manganese, Manganese, Oxygen, Oxygen, Oxygen, Oxygen],
        [default, new(.5, .5, .5), new(.305, .305, 0), new(.695, .695, 0), new(.195, .805, .5), new(.805, .195, .5)]);

    [Fact]
    public void Rutile_has_one_pair_of_magnetic_atoms() => Assert.Equal([2, 1, 0, 2, 2, 8, 8], Describe(Rutile));

    [Fact]
    public void Two_kinds_of_atoms_are_two_sites() =>
        Assert.Equal([2, 2, 2, 1, 1, 48, 48], Describe(Structure.Crystal(Lattice.FromParameters(3, 3, 3, 90, 90, 90), [Iron, Manganese], [default, new(.5, .5, .5)])));

    [Fact]
    public void Without_magnetic_atoms_there_are_only_counts() =>
        Assert.Equal([0, 0, 0, double.NaN, double.NaN, double.NaN, double.NaN], Describe(Structure.Crystal(Lattice.FromParameters(3, 3, 3, 90, 90, 90), [Oxygen], [default])));

    [Fact]
    public void A_supercell_and_its_moments_say_nothing()
    {
        Structure super = Rutile.Supercell(new IntegerMatrix3(new(2, 0, 1), new(0, 1, 0), new(0, 0, 3)));
        var magnetic = new Structure(super.Lattice, [.. super.Sites.Reverse().Select((site, i) => site with { Moment = new Vector3D(0, i, 1) })]);

        Assert.Equal(Describe(Rutile), Describe(magnetic));
    }

    private static double[] Describe(Structure crystal)
    {
        double[] values = new double[MagneticSiteDescriptors.Instance.Descriptors.Count];
        MagneticSiteDescriptors.Instance.Describe(new Material("x", Composition.Of(crystal), crystal), values);
        return values;
    }
}
