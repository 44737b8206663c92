using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats.Cif;

/// <summary>Names of molecules, groups and dummies where an element is wanted: the formula decides, a warning says what was read, or the file is refused.</summary>
public sealed class CifLabelTests
{
    private const string Start = "data_x\n_cell_length_a 5\n_cell_length_b 5\n_cell_length_c 5\n_space_group_IT_number 1\n";
    private const string Labels = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
    private const string Types = "loop_\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    [Theory]
    [InlineData("H2O1", "H2 O", "O", "water molecule")]
    [InlineData("h2o", "H2 O", "O", "water molecule")]
    [InlineData("D2O1", "H2 O", "O", "water molecule")]
    [InlineData("HOH3", "Ho H2 O", "O", "water molecule")]
    [InlineData("WAT1", "H2 O", "O", "water molecule")]
    [InlineData("Wat", "H2 O", "O", "water molecule")]
    [InlineData("Water2", "H2 O", "O", "water molecule")]
    [InlineData("W1", "Ca H2 O", "O", "water molecule")]
    [InlineData("W1A", "Ca H2 O", "O", "water molecule")]
    [InlineData("Wa", "Ca H2 O", "O", "water molecule")]
    [InlineData("OW1", "H2 O", "O", "read as O")]
    [InlineData("OH2", "H2 O", "O", "read as O")]
    [InlineData("Al/Si1", "Al O2", "Al", "names two elements, Al and Si")]
    [InlineData("Al/Si1", "Si O2", "Si", "names two elements, Al and Si")]
    [InlineData("Al,Si", "Al Si O2", "Al", "names two elements, Al and Si")]
    [InlineData("AlSi1", "?", "Al", "names two elements, Al and Si")]
    [InlineData("Na/K", "?", "Na", "names two elements, Na and K")]
    public void Labels_that_name_more_than_an_element(string label, string formula, string element, string warning)
    {
        Structure structure = Read(Labels, label, formula).Structure!;
        Assert.Equal(element, structure.Sites[0].Element.Symbol);
        Assert.Contains(structure.Warnings, said => said.Contains(warning) && said.Contains($"'{label}'"));
    }

    [Theory]
    [InlineData("W1", "Ca W O4", "W")]
    [InlineData("W1", "?", "W")]
    [InlineData("NaA", "?", "Na")]
    [InlineData("Na+", "?", "Na")]
    [InlineData("FeM1", "?", "Fe")]
    [InlineData("CuB2", "Cu", "Cu")]
    [InlineData("D1", "D2 O", "H")]
    public void Labels_that_name_one_element(string label, string formula, string element)
    {
        Structure structure = Read(Labels, label, formula).Structure!;
        Assert.Equal(element, structure.Sites[0].Element.Symbol);
        Assert.DoesNotContain(structure.Warnings, said => said.Contains("label"));
    }

    [Theory]
    [InlineData("H2O1", "?")]
    [InlineData("H2O1", "Ca F2")]
    [InlineData("WAT1", "Ca W2")]
    [InlineData("HOH", "?")]
    [InlineData("Du", "?")]
    [InlineData("DU1", "?")]
    [InlineData("DU1", "H2 O")]
    [InlineData("D1", "Dy2 O3")]
    [InlineData("VAC1", "V")]
    public void Labels_without_an_element_are_refused(string label, string formula) =>
        Assert.Contains("type_symbol", Read(Labels, label, formula).Failure!.Reason);

    [Fact]
    public void A_hydrogen_of_an_oxygen_is_no_water_where_others_are_listed() =>
        Assert.Contains("one of its atoms", Read(Labels + "H1O1 0.5 0.5 0.5\n", "H2O1", "H2 O").Failure!.Reason);

    [Theory]
    [InlineData("OH2", "H2 O", "O", "hydrogens have no positions")]
    [InlineData("OH2", "?", "O", "hydrogens have no positions")]
    [InlineData("OH", "H O", "O", "hydrogens have no positions")]
    [InlineData("H2O", "?", "O", "hydrogens have no positions")]
    [InlineData("Wat", "?", "O", "hydrogens have no positions")]
    [InlineData("NH4", "H4 N Cl", "N", "hydrogens have no positions")]
    [InlineData("NH", "?", "N", "hydrogens have no positions")]
    [InlineData("CH3", "?", "C", "hydrogens have no positions")]
    [InlineData("ND", "D N", "N", "hydrogens have no positions")]
    [InlineData("ND", "Nd O", "Nd", "was read as Nd")]
    [InlineData("CD", "?", "Cd", "was read as Cd")]
    [InlineData("FE", "Fe", "Fe", "was read as Fe")]
    [InlineData("Al/Si", "Al O2", "Al", "names two elements")]
    [InlineData("AlSi", "Si O2", "Si", "names two elements")]
    public void Type_symbols_of_groups(string symbol, string formula, string element, string warning)
    {
        Structure structure = Read(Types, symbol, formula).Structure!;
        Assert.Equal(element, structure.Sites[0].Element.Symbol);
        Assert.Contains(structure.Warnings, said => said.Contains(warning) && said.Contains($"'{symbol}'"));
    }

    [Theory]
    [InlineData("OH2", "Ca F2")]
    [InlineData("PO4", "Ca P O4")]
    [InlineData("Du", "?")]
    public void Type_symbols_without_an_element_are_refused(string symbol, string formula) =>
        Assert.Contains("is not an element", Read(Types, symbol, formula).Failure!.Reason);

    [Theory]
    [InlineData("H2O1.cif", "Ca2O4")]
    [InlineData("W1-water.cif", "Ca2O4")]
    [InlineData("Al-Si1.cif", "Ca2Al2O2")]
    [InlineData("type-OH2.cif", "ZnO")]
    public void Reported_files(string file, string formula)
    {
        Structure structure = Assert.Single(StructureFile.Read(SharedCases.Require("labels", file))).Structure!;
        Assert.Equal(formula, structure.Composition.Formula);
        Assert.Contains(structure.Warnings, said => said.Contains("water molecule") || said.Contains("two elements") || said.Contains("no positions"));
    }

    private static StructureReading Read(string loop, string name, string formula)
    {
        string text = Start + $"_chemical_formula_sum {(formula == "?" ? "?" : $"'{formula}'")}\n";
        int header = loop.LastIndexOf("_z\n", StringComparison.Ordinal) + 3;
        return Assert.Single(new CifFormat().Read($"{text}{loop[..header]}{name} 0 0 0\n{loop[header..]}", "x.cif"));
    }
}
