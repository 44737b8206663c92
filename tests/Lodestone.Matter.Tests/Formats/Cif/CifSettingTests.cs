using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats.Cif;

/// <summary>A group with several settings and no operators: what else the file says decides, and is named; where nothing does, the file is refused.</summary>
public sealed class CifSettingTests
{
    private const string Loop = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private static string Silicon(string more, string atom = "Si1 0 0 0", string symbol = "_space_group_name_H-M_alt 'F d -3 m'") =>
        $"data_Si\n{Cell(5.431, 5.431, 5.431)}{symbol}\n{more}\n{Loop}{atom}\n";

    private static string Cell(double a, double b, double c, double beta = 90) => FormattableString.Invariant(
        $"_cell_length_a {a}\n_cell_length_b {b}\n_cell_length_c {c}\n_cell_angle_alpha 90\n_cell_angle_beta {beta}\n_cell_angle_gamma 90\n");

    [Theory]
    [InlineData("FeSe.cif", "Fe2Se2", "P 4/n m m:1", "its formula, its number of formula units, Z")]
    [InlineData("Cu2O.cif", "Cu4O2", "P n -3 m:1", "its formula and its number of formula units, Z")]
    [InlineData("anatase.cif", "Ti4O8", "I 41/a m d:1", "its number of formula units, Z")]
    [InlineData("Si.cif", "Si8", "F d -3 m:1", "its number of formula units, Z")]
    [InlineData("CaWO4.cif", "Ca4W4O16", "I 41/a:1", "its formula")]
    public void Reported_files_are_read_with_the_origin_that_their_formula_and_Z_tell(string file, string formula, string setting, string evidence)
    {
        Structure crystal = Assert.Single(StructureFile.Read(SharedCases.Require("origin", file))).Structure!;
        Assert.Equal(formula, crystal.Composition.Formula);
        string warning = Assert.Single(crystal.Warnings);
        Assert.Contains($"{setting} was taken, which alone fits {evidence}", warning);
    }

    [Theory]
    [InlineData("_chemical_formula_sum Si\n_cell_formula_units_Z 8", 8, "Z")]
    [InlineData("_chemical_formula_sum Si\n_cell_formula_units_Z 16", 16, "Z")]
    [InlineData("_exptl_crystal_density_diffrn 2.33", 8, "its density")]
    [InlineData("_exptl_crystal_density_meas 2.3(1)", 8, "its density")]
    [InlineData("_exptl_crystal_density_diffrn 4.66", 16, "its density")]
    [InlineData("_chemical_formula_sum Si\n_cell_formula_units_Z 8\n_exptl_crystal_density_diffrn 2.33", 8, "Z and its density")]
    public void Each_kind_of_evidence_decides(string evidence, int atoms, string name)
    {
        Structure crystal = Read(Silicon(evidence)).Structure!;
        Assert.Equal(atoms, crystal.Sites.Length);
        Assert.Contains(crystal.Warnings, warning => warning.Contains($"{name}.") && warning.Contains("does not say which origin"));
    }

    [Theory]
    [InlineData("Ti1 0 0 0\nO1 0 0 0.2081", "I 41/a m d:1")]
    [InlineData("Ti1 0 0.75 0.125\nO1 0 0.75 0.3331", "I 41/a m d:2")]
    public void Impossible_distances_decide(string atoms, string setting)
    {
        StructureReading anatase = Read($"data_x\n{Cell(3.785, 3.785, 9.514)}_space_group_name_H-M_alt 'I 41/a m d'\n{Loop}{atoms}\n");
        Assert.True(anatase.Structure is not null, anatase.Failure?.Reason);
        Assert.Equal("Ti4O8", anatase.Structure.Composition.Formula);
        Assert.Contains($"{setting} was taken, which alone fits possible distances", Assert.Single(anatase.Structure.Warnings));
    }

    [Theory]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m'")]
    [InlineData("_space_group_IT_number 227")]
    public void Without_evidence_for_an_origin_the_file_is_refused(string symbol)
    {
        string reason = Read(Silicon("", symbol: symbol)).Failure!.Reason;
        Assert.Contains("add the operators", reason);
        Assert.Contains("'F d -3 m:2' or 'F d -3 m:1'", reason);
    }

    [Fact]
    public void Evidence_that_contradicts_itself_is_refused() => Assert.Contains(
        "Z and its density contradict one another", Read(Silicon("_chemical_formula_sum Si\n_cell_formula_units_Z 8\n_exptl_crystal_density_diffrn 4.66")).Failure!.Reason);

    [Theory]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m:1'", 8)]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m S'", 8)]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m'\n_space_group_IT_coordinate_system_code 1", 8)]
    [InlineData("_space_group_name_Hall 'F 4d 2 3 -1d'", 8)]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m:2'", 16)]
    public void A_file_that_names_its_origin_is_read_without_a_word(string symbol, int atoms)
    {
        Structure crystal = Read(Silicon("", symbol: symbol)).Structure!;
        Assert.Equal(atoms, crystal.Sites.Length);
        Assert.Empty(crystal.Warnings);
    }

    [Fact]
    public void Origins_that_give_the_same_crystal_need_not_be_told()
    {
        string text = $"data_x\n{Cell(5, 5, 5)}_space_group_name_H-M_alt 'P n -3 n'\n{Loop}Po1 0 0 0\nPo2 0.25 0.25 0.25\n";
        Structure crystal = Read(text).Structure!;
        Assert.Equal(10, crystal.Sites.Length);
        Assert.Empty(crystal.Warnings);
        Assert.Contains("add the operators", Read(text.Replace("Po2", "O2")).Failure!.Reason);
    }

    [Fact]
    public void A_number_alone_means_its_standard_setting_and_that_is_said()
    {
        string text = $"data_x\n{Cell(5.4, 7.6, 5.3)}_space_group_IT_number 62\n{Loop}Fe1 0.1 0.25 0.4\n";
        Assert.Contains("P n m a, the standard one, was assumed", Assert.Single(Read(text).Structure!.Warnings));
        string monoclinic = $"data_x\n{Cell(5.4, 7.6, 5.3, beta: 98)}_space_group_IT_number 14\n{Loop}Fe1 0.1 0.3 0.4\n";
        Assert.Contains("P 1 21/c 1, the standard one, was assumed", Assert.Single(Read(monoclinic).Structure!.Warnings));
        string triclinic = $"data_x\n{Cell(5.4, 7.6, 5.3)}_space_group_IT_number 2\n{Loop}Fe1 0.1 0.3 0.4\n";
        Assert.Empty(Read(triclinic).Structure!.Warnings);
    }

    [Fact]
    public void A_number_whose_standard_setting_is_impossible_does_not_mean_it()
    {
        // GdFeO3 in P b n m: in P n m a, the atoms on the mirror z = 1/4 would be doubled; P n a m has that mirror as well.
        string text = $"data_x\n_chemical_formula_sum 'Gd Fe O3'\n_cell_formula_units_Z 4\n{Cell(5.349, 5.611, 7.669)}_space_group_IT_number 62\n"
            + $"{Loop}Gd 0.98438 0.06284 0.25\nFe 0 0.5 0\nO1 0.1006 0.4672 0.25\nO2 0.6957 0.3016 0.0506\n";
        Assert.Contains("the symbol of the setting", Read(text).Failure!.Reason);
        Structure named = Read(text.Replace("_IT_number 62", "_name_H-M_alt 'P b n m'")).Structure!;
        Assert.Equal(("Gd4Fe4O12", 0), (named.Composition.Formula, named.Warnings.Length));
    }

    private static StructureReading Read(string text) => Assert.Single(new CifFormat().Read(text, "x.cif"));
}
