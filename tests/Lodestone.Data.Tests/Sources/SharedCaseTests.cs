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

    private static MaterialReading[] Read(params string[] parts) => [.. MaterialSource.Open(SharedCases.Require(parts)).Read()];
}
