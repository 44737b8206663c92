using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

/// <summary>Files of reported faults.</summary>
public sealed class SharedCaseTests
{
    [Fact]
    public void Ten_crystals_of_a_folder_have_their_values()
    {
        Material[] rows = [.. Read("folder").Select(row => row.Material!)];
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"POSCAR-00{i}"), rows.Select(row => row.Id));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i / 10.0), rows.Select(row => row.Number("target")!.Value));
        Assert.All(rows, row => Assert.NotNull(row.Structure));
    }

    [Fact]
    public void A_table_of_Windows_has_its_letters()
    {
        Material row = Read("encoding", "windows-1252.csv")[0].Material!;
        Assert.Equal(("1.0", "CuSO4·5H2O"), (row.Properties["moment_µB"], row.Properties["formula"]));
    }

    [Fact]
    public void Forty_numbers_with_decimal_commas_are_read() =>
        Assert.Equal(40, Read("numbers", "decimal-comma.csv").Count(row => NumberText.TryRead(row.Material!.Properties["gap"], out _, out _)));

    [Fact]
    public void Units_in_cells_have_a_reason() =>
        Assert.Contains("'eV'", Read("numbers", "with-unit.csv").Select(row => NumberText.TryRead(row.Material!.Properties["gap"], out _, out string? reason) ? null : reason).First(reason => reason is not null));

    [Fact]
    public void A_cut_file_is_no_good_frames()
    {
        Assert.Contains("cut short", Assert.Single(Read("broken", "cut.xyz.gz")).Failure!.Reason);
        Assert.NotNull(Assert.Single(StructureFile.Read(SharedCases.Require("broken", "cut.xyz.gz"))).Failure);
    }

    [Fact]
    public void Dots_of_formulas_are_adducts_or_decimals()
    {
        string[] expected = ["CuSO9H10", "Na2CO13H20", "BaFe12O19", "Ca3Si2O7", "CoCl2N6H18", "NbO1.9S0.1", "Al0.00001Ga"];
        Assert.Equal(expected.Select(Composition.Parse), Read("formulas", "dots.csv").Select(row => row.Material!.Composition));
    }

    [Fact]
    public void Names_and_numbers_of_a_POSCAR_over_two_lines_are_read() =>
        Assert.Equal(Composition.Parse("Li11O11"), Assert.Single(Read("poscar", "wrapped-after-20.vasp")).Material!.Composition);

    [Fact]
    public void More_names_than_numbers_in_a_POSCAR_are_refused() =>
        Assert.NotNull(Assert.Single(Read("poscar", "three-symbols-two-counts.vasp")).Failure);

    private static MaterialReading[] Read(params string[] parts) => [.. MaterialSource.Open(SharedCases.Require(parts)).Read()];
}
