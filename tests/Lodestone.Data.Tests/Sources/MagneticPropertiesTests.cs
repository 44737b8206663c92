using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

/// <summary>Labels of made-up magnetic CIFs whose order is known by construction.</summary>
public sealed class MagneticPropertiesTests
{
    private const string Tetragonal =
        "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private const string Doubled =
        "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 8\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private const string Tripled =
        "data_x\n_cell_length_a 6\n_cell_length_b 6\n_cell_length_c 5\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 120\n";
    private const string Identity = "loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\n";
    private const string Sites = "loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
    private const string Moments =
        "loop_\n_atom_site_moment.label\n_atom_site_moment.crystalaxis_x\n_atom_site_moment.crystalaxis_y\n_atom_site_moment.crystalaxis_z\n";

    [Fact]
    public void Moments_of_sites_are_lists()
    {
        Material material = Read(Tetragonal + Identity + Sites + "A Fe 0 0 0\nO O .3 0 0\nB Mn .5 .5 .5\n" + Moments + "A 0 0 -2\nB 0 0 3\n").Material!;

        Assert.Equal([2, 0, -3], material.SiteNumbers("site_moments_uB")!);
        Assert.Equal([2, 0, 3], material.SiteNumbers("site_moment_sizes_uB")!);
        Assert.Null(material.SiteNumbers("has_net_moment"));
    }

    [Theory]
    [InlineData("[1, 2]", "2 values of 'charge' and 1 sites")]
    [InlineData("[1, x]", "cannot be read")]
    public void A_list_that_does_not_suit_the_sites_is_refused(string list, string reason)
    {
        Material material = Read(Tetragonal + Sites + "A Fe 0 0 0\n").Material!;
        material = material with { Properties = material.Properties.Add("charge", list) };

        Assert.Contains(reason, Assert.Throws<Lodestone.Matter.InputException>(() => material.SiteNumbers("charge")).Message);
    }

    [Theory]
    [InlineData("ferromagnet", Tetragonal + Identity + Sites + "A Fe 0 0 0\nO O .5 .5 .5\n" + Moments + "A 0 0 2\n", 2.0 / 36, 1, 0)]
    [InlineData(
        "antiferromagnet whose moments turn from cell to cell",
        Doubled + Identity + "loop_\n_space_group_symop_magn_centering.xyz\nx,y,z,+1\nx,y,z+1/2,-1\n" + Sites + "A Fe 0 0 0\nO O .5 .5 .25\n" + Moments + "A 0 0 2\n", 0, 0, 1)]
    [InlineData(
        "antiferromagnet within the cell of the crystal",
        Tetragonal + Identity + Sites + "A Fe 0 0 0\nB Fe .5 .5 .5\nO O .3 0 0\n" + Moments + "A 0 0 2\nB 0 0 -2\n", 0, 0, 0)]
    [InlineData("ferrimagnet", Tetragonal + Identity + Sites + "A Fe 0 0 0\nB Mn .5 .5 .5\n" + Moments + "A 0 0 3\nB 0 0 -1\n", 2.0 / 36, 1, 0)]
    [InlineData(
        "canted antiferromagnet, alignment 0.02",
        Tetragonal + Identity + Sites + "A Fe 0 0 0\nB Fe .5 .5 .5\nO O .3 0 0\n" + Moments + "A .04 0 2\nB .04 0 -2\n", 0.08 / 36, 0, 0)]
    [InlineData(
        "three moments at 120 degrees on a triangular lattice",
        Tripled + Identity + Sites + "A Fe 0 0 0\nB Fe .33333333 .66666667 0\nC Fe .66666667 .33333333 0\n" + Moments + "A 2 0 0\nB 0 2 0\nC -2 -2 0\n", 0, 0, 1)]
    [InlineData(
        "ferromagnet with every other moment halved",
        Doubled + Identity + Sites + "A Fe 0 0 0\nB Fe 0 0 .5\n" + Moments + "A 0 0 2\nB 0 0 1\n", 3.0 / 72, 1, 1)]
    public void The_labels_are_those_of_the_order(string order, string cif, double moment, double net, double propagation)
    {
        Material material = Read(cif).Material!;

        Assert.True(Math.Abs(moment - material.Number("net_moment_uB_A3")!.Value) < 1e-9, order);
        Assert.True(net == material.Number("has_net_moment"), order);
        Assert.True(propagation == material.Number("has_propagation_vector"), order);
    }

    [Fact]
    public void Without_moments_there_are_no_labels() =>
        Assert.Empty(Read(Tetragonal + Identity + Sites + "A Fe 0 0 0\n").Material!.Properties);

    [Fact]
    public void Incommensurate_order_is_refused_with_its_reason()
    {
        MaterialReading reading = Read(
            Tetragonal + "loop_\n_space_group_symop_magn_ssg_operation.id\n_space_group_symop_magn_ssg_operation.algebraic\n1 x1,x2,x3,x4,+1\n"
            + Sites + "A Fe 0 0 0\n" + Moments + "A 0 0 2\n");

        Assert.Null(reading.Material);
        Assert.Contains("modulated", reading.Failure!.Reason);
    }

    private static MaterialReading Read(string cif)
    {
        using var folder = new TemporaryFolder();
        return Assert.Single(MaterialSource.Open(folder.Write("made-up.mcif", cif)).Read(TestContext.Current.CancellationToken).ToArray());
    }
}
