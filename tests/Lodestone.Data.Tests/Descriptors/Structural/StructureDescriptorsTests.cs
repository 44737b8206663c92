using CsCheck;
using Lodestone.Data.Descriptors.Structural;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Data.Tests.Descriptors.Structural;

public sealed class StructureDescriptorsTests
{
    private static readonly Element Sodium = Element.Parse("Na"), Chlorine = Element.Parse("Cl"), Iron = Element.Parse("Fe"), Oxygen = Element.Parse("O");

    // a = 5.64 Å. Hoppe's weights of rock salt: six neighbours at 2.82 Å, twelve at √2 times that.
    private static readonly Structure RockSalt = Structure.Crystal(
        Lattice.FromParameters(5.64 / Math.Sqrt(2), 5.64 / Math.Sqrt(2), 5.64 / Math.Sqrt(2), 60, 60, 60), [Sodium, Chlorine], [default, new(0.5, 0.5, 0.5)]);

    [Theory]
    [InlineData("mass_density_g_cm3", 1.66053906660 * 58.43976928 / 44.851536)]
    [InlineData("volume_per_atom_A3", 22.425768)]
    [InlineData("packing_fraction", 4.1887902047863905 * (4.574296 + 1.061208) / 44.851536)]
    [InlineData("volume_ratio", 44.851536 / (39.36 + 28.86))]
    [InlineData("space_group_number", 225)]
    [InlineData("crystal_system", 7)]
    [InlineData("primitive_sites", 2)]
    [InlineData("inequivalent_sites", 2)]
    [InlineData("free_coordinates", 0)]
    [InlineData("mean_site_symmetry", 48)]
    [InlineData("std_site_symmetry", 0)]
    [InlineData("shortest_distance_A", 2.82)]
    [InlineData("bond_electronegativity_difference", 2.23 * 0.99812)]
    [InlineData("magnetic_atoms_A3", 0)]
    [InlineData("min_magnetic_distance_A", double.NaN)]
    [InlineData("magnetic_bonds", double.NaN)]
    [InlineData("coulomb_max", 452.96720)]
    public void Rock_salt(string name, double expected) => Assert.Equal(expected, Describe(RockSalt)[name], 0.002 * Scale(expected));

    [Fact]
    public void Effective_coordination_solves_hoppes_equation()
    {
        Dictionary<string, double> values = Describe(RockSalt);
        double length = values["mean_bond_length_A"], near = Weight(2.82), far = Weight(2.82 * Math.Sqrt(2));
        Assert.Equal((6 * near * 2.82 + 12 * far * 2.82 * Math.Sqrt(2)) / (6 * near + 12 * far), length, 3);
        Assert.Equal(6 * near + 12 * far, values["mean_coordination"], 2);

        double Weight(double distance) => Math.Exp(1 - Math.Pow(distance / length, 6));
    }

    [Fact]
    public void Radial_densities_are_smoothed_shells_by_the_mean_density()
    {
        // Simple cubic, 3 Å: 6 neighbours at 3 Å, 12 at √2 times that, 8 at √3 times, which is farther than three widths from 3 Å.
        Dictionary<string, double> values = Describe(Structure.Crystal(Lattice.FromParameters(3, 3, 3, 90, 90, 90), [Iron], [default]));
        double near = 6 + 12 * Math.Exp(-Math.Pow((3 * Math.Sqrt(2) - 3) / 0.5, 2) / 2), shell = 4 * Math.PI * 9 / 27 * Math.Sqrt(2 * Math.PI) * 0.5;

        Assert.Equal(near / shell, values["rdf_3A"], 9);
    }

    // A chain of Fe–O–Fe, 4 Å long: the angle at O is 180°, the nearest Fe is 4 Å away.
    [Fact]
    public void Magnetic_atoms_and_their_bridges()
    {
        var lattice = Lattice.FromParameters(4, 7, 7, 90, 90, 90);
        Dictionary<string, double> values = Describe(Structure.Crystal(lattice, [Iron, Oxygen], [default, new(0.5, 0, 0)]));
        Assert.Equal(4, values["min_magnetic_distance_A"], 9);
        Assert.Equal(2, values["mean_magnetic_neighbours"]);
        Assert.Equal(180, values["mean_bridge_angle_deg"], 6);
        Assert.Equal(1 / 196.0, values["magnetic_atoms_A3"], 9);
        Assert.InRange(values["magnetic_bonds"], 0, 0.01);
    }

    [Fact]
    public void One_atom_is_described_by_its_images()
    {
        Dictionary<string, double> values = Describe(Structure.Crystal(Lattice.FromParameters(2.48, 2.48, 2.48, 109.47122063449069, 109.47122063449069, 109.47122063449069), [Iron], [default]));
        Assert.Equal(229, values["space_group_number"]);
        Assert.Equal(2.48, values["min_magnetic_distance_A"], 6);
        Assert.Equal(14, values["mean_magnetic_neighbours"]);
        Assert.Equal(0.5 * Math.Pow(26, 2.4), values["coulomb_max"], 9);
        Assert.Equal(double.NaN, values["coulomb_second"]);
        Assert.Equal(double.NaN, values["mean_bridge_angle_deg"]);
        Assert.Equal(0, values["unlike_bonds"]);
    }

    [Fact]
    public void A_lonely_atom_has_no_bonds()
    {
        Dictionary<string, double> values = Describe(Structure.Crystal(Lattice.FromParameters(20, 20, 20, 90, 90, 90), [Iron], [default]));
        Assert.Equal(221, values["space_group_number"]);
        Assert.Equal(0, values["mean_coordination"]);
        Assert.Equal(double.NaN, values["mean_bond_length_A"]);
        Assert.Equal(0, values["rdf_8A"]);
    }

    [Fact]
    public void Another_cell_orientation_origin_and_order_change_nothing() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 2], Gen.Int[-1, 1]).Sample((seed, multiple, shear) =>
        {
            var random = new System.Random(seed);
            Structure crystal = Sample(random);
            var matrix = new IntegerMatrix3(new(multiple, 0, 0), new(shear, 1, 0), new(0, 2 * shear, 1));
            Structure other = crystal.Supercell(matrix).Rotated(Turn(random)).Translated(new(random.NextDouble(), random.NextDouble(), random.NextDouble())).Wrapped();
            int[] order = [.. Enumerable.Range(0, other.Sites.Length)];
            random.Shuffle(order);
            Dictionary<string, double> expected = Describe(crystal), found = Describe(other.Permuted(order));
            Assert.All(expected, pair => Assert.Equal(pair.Value, found[pair.Key], 1e-6 * Scale(pair.Value)));
        }, iter: 30, threads: 1);

    [Fact]
    public void Without_an_ordered_crystal_there_is_a_reason()
    {
        Assert.Contains("no structure", Reason(new Material("a", Composition.Parse("Fe"), null)));
        Assert.Contains("no unit cell", Reason(Of(Structure.Molecule([Iron], [default]))));
        var half = new Site([new Species(Iron, 0.5), new Species(Sodium, 0.5)], default, default) { Label = "Fe1" };
        Assert.Contains("Fe1 is disordered", Reason(Of(new Structure(RockSalt.Lattice, [half]))));
    }

    private static double Scale(double value) => double.IsNaN(value) ? 1 : Math.Max(1, Math.Abs(value));

    private static string Reason(Material material) => Assert.Throws<InputException>(() => StructureDescriptors.Instance.Describe(material)).Message;

    private static Dictionary<string, double> Describe(Structure structure) => StructureDescriptors.Instance.Describe(Of(structure));

    private static Material Of(Structure structure) => new("", Composition.Of(structure), structure);

    private static Structure Sample(System.Random random)
    {
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        var lattice = Lattice.FromParameters(Between(3, 6), Between(3, 6), Between(3, 6), Between(70, 110), Between(70, 110), Between(70, 110));
        Element[] elements = new[] { Iron, Oxygen, Iron, Sodium }[..random.Next(1, 5)];
        return Structure.Crystal(lattice, elements, [.. elements.Select(_ => new Vector3D(Between(0, 1), Between(0, 1), Between(0, 1)))]);
    }

    private static Matrix3D Turn(System.Random random)
    {
        double angle = 2 * Math.PI * random.NextDouble(), c = Math.Cos(angle), s = Math.Sin(angle);
        return new Matrix3D(new(c, s, 0), new(-s, c, 0), new(0, 0, 1)) * new Matrix3D(new(1, 0, 0), new(0, c, s), new(0, -s, c));
    }
}
