using System.IO.Compression;
using System.Text;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.Data.Tests;

public sealed class LabelTableTests : IDisposable
{
    private const string Molecules = """
        3
        name=water
        O 0 0 0
        H 0.76 0.59 0
        H -0.76 0.59 0
        2
        name=oxygen energy=-1.5
        O 0 0 0
        O 1.2 0 0

        """;

    private readonly TemporaryFolder _folder = new();

    public LabelTableTests() => File.WriteAllText(_folder.File("molecules.extxyz"), Molecules);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("labels.csv", ',')]
    [InlineData("labels.tsv", '\t')]
    [InlineData("labels.csv.gz", ',')]
    public void Labels_belong_to_the_material_of_their_id(string name, char separator)
    {
        Write(name, "gap,id,note\n7.5,water,\n,nitrogen,inert\n".Replace(',', separator));
        LabelTable labels = LabelTable.Read(_folder.File(name));
        MaterialReading[] readings = [.. MaterialSource.Open(_folder.File("molecules.extxyz")).Read().Select(labels.Label)];

        Assert.Equal([7.5, null], readings.Select(reading => reading.Material!.Number("gap")));
        Assert.Equal([null, -1.5], readings.Select(reading => reading.Material!.Number("energy")));
        Assert.All(readings, reading => Assert.DoesNotContain("note", reading.Material!.Properties.Keys));
        Assert.Equal(["nitrogen"], labels.Unused);
    }

    [Fact]
    public void A_table_of_molecules_and_their_labels_reads_back_the_same()
    {
        Write("labels.csv", "id,gap\nwater,7.5\noxygen,1\n");
        LabelTable labels = LabelTable.Read(_folder.File("labels.csv"));
        string path = _folder.File("all.csv.gz");
        MaterialConverter.Convert(MaterialSource.Open(_folder.File("molecules.extxyz")).Read().Select(labels.Label), path);

        MaterialReading[] again = [.. MaterialSource.Open(path).Read()];
        Assert.Equal(["water", "oxygen"], again.Select(reading => reading.Id));
        Assert.Equal([7.5, 1], again.Select(reading => reading.Material!.Number("gap")));
        Assert.All(again, reading => Assert.Null(reading.Material!.Structure!.Lattice));
        Assert.Equal(0.76, again[0].Material!.Structure!.Sites[1].Cartesian.X, 1e-12);
    }

    [Theory]
    [InlineData("twice", "id,gap\nwater,1\nwater,2\n")]
    [InlineData("at least two columns", "id\nwater\n")]
    [InlineData("Row 2", "id,gap\nwater,1,2\n")]
    public void A_table_that_says_no_clear_thing_is_refused(string message, string table)
    {
        Write("labels.csv", table);

        Assert.Contains(message, Assert.Throws<InputException>(() => LabelTable.Read(_folder.File("labels.csv"))).Message);
    }

    [Fact]
    public void A_property_that_the_file_has_already_is_refused()
    {
        Write("labels.csv", "id,energy\noxygen,2\n");
        LabelTable labels = LabelTable.Read(_folder.File("labels.csv"));

        InputException refused = Assert.Throws<InputException>(() => MaterialSource.Open(_folder.File("molecules.extxyz")).Read().Select(labels.Label).ToArray());
        Assert.Contains("'energy'", refused.Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("none.csv", Assert.Throws<InputException>(() => LabelTable.Read(_folder.File("none.csv"))).Message);

    private void Write(string name, string text)
    {
        using FileStream file = File.Create(_folder.File(name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void Labels_of_no_material_are_refused_before_anything_is_written()
    {
        File.WriteAllText(_folder.File("labels.csv"), "id,gap\nother,1\n");
        LabelTable labels = LabelTable.Read(_folder.File("labels.csv"));
        string path = _folder.File("out.csv");
        var refused = Assert.Throws<InputException>(() => MaterialConverter.Convert(labels.Label(MaterialSource.Open(_folder.File("molecules.extxyz")).Read()), path));
        Assert.Contains("'other'", refused.Message);
        Assert.False(File.Exists(path));
    }
}
