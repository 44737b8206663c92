using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class SharedDataTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public void The_whole_main_set_is_read()
    {
        MaterialReading[] readings = [.. MaterialSource.Open(SharedData.Require("crystals", "mp.csv.gz")).Read()];
        Assert.Equal(23_347, readings.Length);
        Assert.Empty(readings.Where(reading => reading.Failure is not null).Select(reading => reading.Failure!.ToString()));
        Assert.Equal("mp-865981", readings[0].Id);
        Assert.All(readings, reading =>
        {
            Material material = reading.Material!;
            Assert.Equal(material.Number("nsites"), material.Structure!.Sites.Length);
            Assert.Equal(material.Number("volume_A3")!.Value, material.Structure.Lattice!.Volume, 1e-2);
        });
    }

    [Fact]
    public void A_folder_of_the_original_CGCNN_code_is_read()
    {
        MaterialReading[] readings = [.. MaterialSource.Open(SharedData.Require("crystals", "mt_sample")).Read()];
        Assert.Equal(100, readings.Length);
        Assert.All(readings, reading => Assert.Null(reading.Failure));
        Assert.Equal(-0.5754582908333337, readings[0].Material!.Number("target"));
        Assert.Equal(0.0, readings[0].Material!.Number("target_2"));
    }

    [Fact]
    public void Every_file_of_the_nasty_archives_gives_a_structure_or_a_reason()
    {
        string folder = SharedData.Require("cif");
        string[] archives = Directory.GetFiles(folder, "*.tar.gz");
        MaterialReading[] readings = [.. MaterialSource.Open(archives).Read()];
        Assert.InRange(readings.Length, 799, 5_000);
        Assert.All(readings, reading => Assert.True(reading.Material is null != reading.Failure is null));
        Assert.DoesNotContain(readings, reading => reading.Failure?.Reason.Contains("please report") == true);
    }
}
