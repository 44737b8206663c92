using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats.Cif;

public sealed class CifFormatTests
{
    private const string Cubic = "_cell_length_a 5.64\n_cell_length_b 5.64\n_cell_length_c 5.64\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private const string Hexagonal = "_cell_length_a 3.2\n_cell_length_b 3.2\n_cell_length_c 5.2\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 120\n";
    private const string Sites = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private static StructureReading ReadOne(string text) => Assert.Single(new CifFormat().Read(text, "test.cif"));

    private static Structure Good(string text)
    {
        StructureReading reading = ReadOne(text);
        Assert.True(reading.Structure is not null, reading.Failure?.ToString());
        return reading.Structure;
    }

    private static string Formula(Structure structure) => string.Join(' ', structure.Sites.SelectMany(site => site.Species)
        .GroupBy(one => one.Element.Symbol).OrderBy(group => group.Key).Select(group => FormattableString.Invariant($"{group.Key}{group.Sum(one => one.Occupancy):0.###}")));

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F m -3 m'")]
    [InlineData("_space_group_name_H-M_alt 'Fm3m'")]
    [InlineData("_space_group_IT_number 225")]
    [InlineData("_symmetry_Int_Tables_number 225")]
    [InlineData("_space_group_name_Hall '-F 4 2 3'")]
    public void Rock_salt_from_two_sites(string symmetry)
    {
        Structure salt = Good($"data_NaCl\n{Cubic}{symmetry}\n{Sites}Na1 0 0 0\nCl1 0.5 0.5 0.5\n");
        Assert.Equal("Cl4 Na4", Formula(salt));
        Assert.Equal(8, salt.Sites.Length);
        Assert.Empty(salt.Warnings);
        Assert.All(salt.Sites, site => Assert.InRange(site.Fractional.X, 0, 0.999));
    }

    [Fact]
    public void Rounded_thirds_are_put_onto_their_special_position()
    {
        Structure magnesium = Good($"data_Mg\n{Hexagonal}_symmetry_space_group_name_H-M 'P 63/m m c'\n{Sites}Mg 0.3333 0.6667 0.25\n");
        Assert.Equal(2, magnesium.Sites.Length);
        Assert.Equal(1 / 3.0, magnesium.Sites[0].Fractional.X, 1e-12);
        Assert.Equal(2 / 3.0, magnesium.Sites[0].Fractional.Y, 1e-12);
        Assert.Empty(magnesium.Warnings);
    }

    [Fact]
    public void The_axes_of_a_trigonal_group_are_told_by_the_cell()
    {
        string rhombohedral = Cubic.Replace("90", "57.2");
        Assert.Equal(2, Good($"data_As\n{rhombohedral}_space_group_name_H-M_alt 'R -3 m'\n{Sites}As 0.227 0.227 0.227\n").Sites.Length);
        Assert.Equal(6, Good($"data_As\n{Hexagonal}_space_group_name_H-M_alt 'R -3 m'\n{Sites}As 0 0 0.227\n").Sites.Length);
    }

    [Fact]
    public void The_origin_is_told_by_the_multiplicities()
    {
        const string Loop = "loop_\n_atom_site_label\n_atom_site_symmetry_multiplicity\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
        Structure first = Good($"data_C\n{Cubic}_space_group_name_H-M_alt 'F d -3 m'\n{Loop}C 8 0 0 0\n");
        Assert.Equal(8, first.Sites.Length);
        Assert.Contains("F d -3 m:1", Assert.Single(first.Warnings));
        Structure second = Good($"data_C\n{Cubic}_space_group_name_H-M_alt 'F d -3 m'\n{Loop}C 8 0.125 0.125 0.125\n");
        Assert.Equal(8, second.Sites.Length);
        Assert.Contains("F d -3 m:2", Assert.Single(second.Warnings));
    }

    [Fact]
    public void Operators_win_over_a_symbol_and_the_difference_is_told()
    {
        Structure two = Good($"data_x\n{Cubic}_space_group_name_H-M_alt 'F m -3 m'\nloop_\n_space_group_symop_operation_xyz\nx,y,z\n-x,-y,-z\n{Sites}Na1 0.1 0.2 0.3\n");
        Assert.Equal(2, two.Sites.Length);
        Assert.Contains("F m -3 m", Assert.Single(two.Warnings));
    }

    [Fact]
    public void Species_of_one_place_are_one_site()
    {
        const string Loop = "loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n";
        Structure alloy = Good($"data_x\n{Cubic}_space_group_IT_number 221\n{Loop}Fe1 Fe3+ 0 0 0 0.7\nCr1 Cr3+ 0 0 0 0.3\nO1 O2- 0.5 0.5 0.5 1\n");
        Assert.Equal(2, alloy.Sites.Length);
        Assert.Equal(["Fe", "Cr"], alloy.Sites[0].Species.Select(one => one.Element.Symbol));
        Assert.Equal((0.7, 3.0), (alloy.Sites[0].Species[0].Occupancy, alloy.Sites[0].Species[0].OxidationState));
        Assert.Equal(-2.0, alloy.Sites[1].Species[0].OxidationState);
        Assert.Empty(alloy.Warnings);
    }

    [Fact]
    public void A_row_that_repeats_an_image_is_left_out()
    {
        Structure iron = Good($"data_x\n{Cubic}_space_group_IT_number 229\n{Sites}Fe1 0 0 0\nFe2 0.5 0.5 0.5\n");
        Assert.Equal(2, iron.Sites.Length);
        Assert.Contains("Fe2", Assert.Single(iron.Warnings));
    }

    [Fact]
    public void Several_blocks_are_several_readings_and_blocks_without_atoms_are_passed_over()
    {
        string crystal = $"{Cubic}_space_group_IT_number 1\n{Sites}";
        StructureReading[] readings = [.. new CifFormat().Read($"data_text\n_publ_title x\ndata_a\n{crystal}Na 0 0 0\ndata_b\n{crystal}Wat 0 0 0\n", "two.cif")];
        Assert.Equal(["a", "b"], readings.Select(reading => reading.Name));
        Assert.NotNull(readings[0].Structure);
        Assert.Equal(("two.cif", 30), (readings[1].Failure!.Source, readings[1].Failure!.Line));
    }

    [Theory]
    [InlineData("Fe1", "Fe")]
    [InlineData("FeM1", "Fe")]
    [InlineData("O1W", "O")]
    [InlineData("Ow", "O")]
    [InlineData("D1", "H")]
    [InlineData("Cl2", "Cl")]
    [InlineData("O(2)", "O")]
    [InlineData("Na+", "Na")]
    public void Elements_of_labels(string label, string element) =>
        Assert.Equal(element, Good($"data_x\n{Cubic}_space_group_IT_number 1\n{Sites}{label} 0 0 0\n").Sites[0].Element.Symbol);

    [Theory]
    [InlineData("Wat")]
    [InlineData("T1")]
    [InlineData("M2")]
    [InlineData("X")]
    [InlineData("1")]
    [InlineData("CA1")]
    public void Labels_without_an_element_are_refused(string label) =>
        Assert.Contains("type_symbol", ReadOne($"data_x\n{Cubic}_space_group_IT_number 1\n{Sites}{label} 0 0 0\n").Failure!.Reason);

    [Fact]
    public void Capital_labels_are_settled_by_the_formula() =>
        Assert.Equal("Ca", Good($"data_x\n{Cubic}_chemical_formula_sum Ca\n_space_group_IT_number 1\n{Sites}CA1 0 0 0\n").Sites[0].Element.Symbol);

    [Fact]
    public void Cartesian_positions_are_read()
    {
        const string Loop = "loop_\n_atom_site.type_symbol\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n";
        Assert.True((new Vector3D(0.5, 0.25, 0) - Good($"data_x\n{Cubic}_symmetry.space_group_name_H-M 'P 1'\n{Loop}Fe 2.82 1.41 0\n").Sites[0].Fractional).Length < 1e-12);
        Structure molecule = Good($"data_x\n{Loop}O 0 0 0\nH 0.96 0 0\n");
        Assert.Null(molecule.Lattice);
        Assert.Equal(2, molecule.Sites.Length);
    }

    [Fact]
    public void A_dot_is_zero_where_a_list_writes_zeros_so()
    {
        Structure perovskite = Good($"data_x\n{Cubic}_space_group_IT_number 221\n{Sites}F .5 . .\nK .5 .5 .5\nMn . . .\n");
        Assert.Equal("F3 K1 Mn1", Formula(perovskite));
        Assert.Contains("read as 0", Assert.Single(perovskite.Warnings));
        Structure without = Good($"data_x\n{Cubic}_space_group_IT_number 221\n{Sites}K .5 .5 .5\nMn . . .\n");
        Assert.Equal("K1", Formula(without));
        Assert.Contains("left out: 1", Assert.Single(without.Warnings));
    }

    [Fact]
    public void What_is_assumed_is_said()
    {
        Assert.Contains("P 1", Assert.Single(Good($"data_x\n{Cubic}{Sites}Fe 0 0 0\n").Warnings));
        Assert.Contains("coordinates", Assert.Single(Good($"data_x\n{Cubic}_space_group_IT_number 1\n{Sites}Fe 0 0 0\nH ? ? ?\n").Warnings));
        Assert.Contains("7.5(x", Assert.Single(Good($"data_x\n{Cubic.Replace("a 5.64", "a 7.5(x")}_space_group_IT_number 1\n{Sites}Fe 0 0 0\n").Warnings));
        Assert.Contains("formula", Assert.Single(Good($"data_x\n{Cubic}_chemical_formula_sum 'Fe O'\n_space_group_IT_number 1\n{Sites}Fe 0 0 0\n").Warnings));
        Assert.Contains("0.30 Å apart", Assert.Single(Good($"data_x\n{Cubic}_space_group_IT_number 1\n{Sites}Fe 0 0 0\nO 0.0532 0 0\n").Warnings));
        Assert.Contains("belongs to no data name", Assert.Single(Good($"data_x\n_publ_title two words\n{Cubic}_space_group_IT_number 1\n{Sites}Fe 0 0 0\n").Warnings));
    }

    [Theory]
    [InlineData("", "empty", null)]
    [InlineData("hello world\n", "not a CIF", 1)]
    [InlineData("data_x\n_cell_length_a 3\n", "No data block lists atoms", 1)]
    [InlineData("data_x\nCELL_space_group_IT_number 1\nSITESFe 0 0\n", "multiple", 9)]
    [InlineData("data_x\nCELL_space_group_IT_number 1\nSITESFe 0 0 x\n", "'x' of atom 'Fe' is not a number", 14)]
    [InlineData("data_x\nCELL_space_group_IT_number 1\nSITESFe 0 0 1e999\n", "not a number", 14)]
    [InlineData("data_x\nCELL_space_group_IT_number 1\nSITESFe 0 0 0\nO 0 0 0.001\n", "same place", 15)]
    [InlineData("data_x\nCELL_space_group_IT_number 1\nSITESFe ? ? ?\n", "none has coordinates", 11)]
    [InlineData("data_x\nCELL_space_group_name_H-M_alt 'X y z'\nSITESFe 0 0 0\n", "'X y z' is not known", 8)]
    [InlineData("data_x\nCELL_space_group_name_H-M_alt 'P 6'\nSITESFe 0 0 0\n", "lengths or angles do not fit", 8)]
    [InlineData("data_x\nCELL_symmetry_equiv_pos_as_xyz 'x,y,q'\nSITESFe 0 0 0\n", "unexpected character 'q'", 8)]
    [InlineData("data_x\nCELLloop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\ny,z,x\nSITESFe 0 0 0\n", "no group", 9)]
    [InlineData("data_x\nCELL_cell_length_a 4\nSITESFe 0 0 0\n", "second time", 8)]
    [InlineData("data_x\nCELL_x\n;open\nSITESFe 0 0 0\n", "never closed", 9)]
    [InlineData("data_x\n_cell_length_a 5\nSITESFe 0 0 0\n", "_cell_length_b, _cell_length_c", 2)]
    [InlineData("data_x\nSITESFe 0 0 0\n", "no cell", 4)]
    [InlineData("data_x\n_cell_length_a 0\n_cell_length_b 1\n_cell_length_c 1\nSITESFe 0 0 0\n", "0 Å is not a positive", 4)]
    [InlineData("data_x\n_cell_length_a 1\n_cell_length_b 1\n_cell_length_c 1\n_cell_angle_alpha 120\n_cell_angle_beta 120\n_cell_angle_gamma 120\nSITESFe 0 0 0\n", "one plane", 7)]
    public void A_failure_says_what_and_where(string text, string words, int? line)
    {
        ReadFailure failure = ReadOne(text.Replace("CELL", Cubic).Replace("SITES", Sites)).Failure!;
        Assert.Contains(words, failure.Reason);
        Assert.Equal(line, failure.Line);
    }

    [Fact]
    public void A_cell_too_small_for_its_atoms_is_refused_in_time()
    {
        var random = new Random(1);
        string rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"H{i} {random.NextDouble():0.000000} {random.NextDouble():0.000000} {random.NextDouble():0.000000}\n")));
        Assert.Contains("too small", ReadOne($"data_x\n{Cubic.Replace("5.64", "1.5")}_space_group_IT_number 1\n{Sites}{rows}").Failure!.Reason);
    }

    [Fact]
    public void More_sites_than_a_million_are_refused()
    {
        string rows = string.Concat(Enumerable.Range(0, 6_000).Select(i => FormattableString.Invariant($"H{i} 0.1 0.2 0.3\n")));
        Assert.Contains("1152000 sites", ReadOne($"data_x\n{Cubic}_space_group_IT_number 225\n{Sites}{rows}").Failure!.Reason);
    }
}
