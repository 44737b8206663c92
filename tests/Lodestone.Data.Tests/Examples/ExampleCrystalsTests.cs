using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Examples;

/// <summary>The files of examples/crystals against its measured.csv, whose computed columns come from another program.</summary>
public sealed class ExampleCrystalsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "examples", "crystals");

    private static readonly Lazy<MaterialReading[]> Crystals = new(() => [.. MaterialSource.Open(Folder).Read()]);

    private static readonly Lazy<Dictionary<string, Material>> Measured = new(() =>
        MaterialSource.Open(Path.Combine(Folder, "measured.csv")).Read().ToDictionary(row => row.Id, row => row.Material!));

    public static TheoryData<string> Files => [.. Crystals.Value.Select(reading => Path.GetFileName(reading.Source))];

    [Fact]
    public void Every_file_has_a_row_and_every_row_a_file() =>
        Assert.Equal(Measured.Value.Keys.Order(), Crystals.Value.Select(reading => Path.GetFileName(reading.Source)).Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_as_the_crystal_that_its_row_describes(string file)
    {
        MaterialReading reading = Crystals.Value.Single(entry => Path.GetFileName(entry.Source) == file);
        Material row = Measured.Value[file];

        Assert.Null(reading.Failure);
        Structure crystal = reading.Material!.Structure!;
        Assert.Empty(crystal.Warnings);
        Assert.All(crystal.Sites, site => Assert.True(site.IsOrdered));
        Assert.Equal(row.Composition.ReducedFormula, crystal.Composition.ReducedFormula);
        Assert.Equal(row.Number("atoms"), crystal.Sites.Length);
        AssertWithin(0.005, row.Number("density_g_cm3"), crystal.Density);
        AssertWithin(0.005, row.Number("volume_A3"), crystal.Lattice!.Volume);
    }

    private static void AssertWithin(double share, double? expected, double? actual) =>
        Assert.InRange(actual!.Value, expected!.Value * (1 - share), expected.Value * (1 + share));
}
