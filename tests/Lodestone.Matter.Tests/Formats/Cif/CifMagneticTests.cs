using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats.Cif;

public sealed class CifMagneticTests
{
    private const string Head = """
        data_x
        _cell_length_a 4
        _cell_length_b 4
        _cell_length_c 8
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90

        """;

    private const string Atom = """
        loop_
        _atom_site_label
        _atom_site_type_symbol
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Fe1 Fe 0 0 0
        O1 O 0.5 0.5 0
        loop_
        _atom_site_moment.label
        _atom_site_moment.crystalaxis_x
        _atom_site_moment.crystalaxis_y
        _atom_site_moment.crystalaxis_z

        """;

    private static StructureReading Read(string operators, string moment) =>
        Assert.Single(new CifFormat().Read(Head + operators + Atom + moment, "x.mcif"));

    [Fact]
    public void A_centring_with_time_reversal_makes_an_antiferromagnet()
    {
        Structure structure = Read(
            "loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\nloop_\n_space_group_symop_magn_centering.xyz\nx,y,z,+1\nx,y,z+1/2,-1\n",
            "Fe1 0 1.0(2) 3.5(1)\n").Structure!;
        Assert.Equal(4, structure.Sites.Length);
        Site[] iron = [.. structure.Sites.Where(site => site.Element.Symbol == "Fe")];
        Assert.Equal(new Vector3D(0, 1, 3.5), iron[0].Moment);
        Assert.Equal(new Vector3D(0, -1, -3.5), iron[1].Moment);
        Assert.All(structure.Sites.Where(site => site.Element.Symbol == "O"), site => Assert.Null(site.Moment));
    }

    [Fact]
    public void A_list_of_centrings_without_the_identity_is_mended_and_one_that_is_no_group_is_refused()
    {
        const string Operators = "loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\n-x,-y,-z,+1\nloop_\n_space_group_symop_magn_centering.xyz\n";
        Structure structure = Read(Operators + "x,y,z+1/2,-1\n", "Fe1 0 0 1\n").Structure!;
        Assert.Equal(4, structure.Sites.Length);
        Assert.Contains("lacks the identity", Assert.Single(structure.Warnings));
        Assert.Contains("no group", Read(Operators + "x,y,z,+1\nx,y,z+1/3,+1\n", "Fe1 0 0 1\n").Failure!.Reason);
    }

    [Fact]
    public void A_moment_is_an_axial_vector()
    {
        // A mirror normal to z keeps the z component and turns the others; the glide keeps the two atoms apart.
        Structure structure = Read("loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\nx+1/2,y,-z,+1\n", "Fe1 1 2 3\n").Structure!;
        Assert.Equal(new Vector3D(-1, -2, 3), structure.Sites[1].Moment);
    }

    [Fact]
    public void A_moment_that_its_place_forbids_is_told()
    {
        Structure structure = Read("loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\n-x,-y,z,+1\n", "Fe1 1 0 2\n").Structure!;
        Assert.Equal(new Vector3D(0, 0, 2), structure.Sites[0].Moment);
        Assert.Contains("symmetry of its place", Assert.Single(structure.Warnings));
    }

    [Fact]
    public void Components_go_along_the_axes_of_an_oblique_cell()
    {
        string oblique = Head.Replace("_gamma 90", "_gamma 120") + Atom + "Fe1 1 1 0\n_space_group_IT_number 1\n";
        Vector3D moment = new CifFormat().Read(oblique, "x").Single().Structure!.Sites[0].Moment!.Value;
        Assert.Equal(0.5, moment.X, 1e-12);
        Assert.Equal(Math.Sqrt(0.75), moment.Y, 1e-12);
    }

    [Fact]
    public void Operators_that_are_no_group_are_refused() =>
        Assert.Contains("no group", Read("loop_\n_space_group_symop_magn_operation.xyz\nx,y,z,+1\ny,-x,z,-1\n", "Fe1 0 0 1\n").Failure!.Reason);

    [Fact]
    public void A_modulated_structure_is_refused() =>
        Assert.Contains("modulated", Read("loop_\n_space_group_symop_magn_ssg_operation.algebraic\nx1,x2,x3,x4,+1\n", "Fe1 0 0 1\n").Failure!.Reason);
}
