using System.Formats.Tar;
using System.IO.Compression;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

/// <summary>Real files, where the shared data lies beside the repository.</summary>
public sealed class SharedStructuresTests
{
    [Theory]
    [InlineData("qm7.extxyz.gz")]
    [InlineData("qm8.sdf.gz")]
    public void EveryMoleculeIsRead(string file)
    {
        StructureReading[] readings = [.. StructureFile.Read(SharedData.Require("molecules", file))];
        Assert.True(readings.Length > 5000);
        Assert.All(readings, reading => Assert.True(reading.Failure is null && reading.Structure!.Lattice is null, reading.Failure?.ToString()));
        if (file.StartsWith("qm7", StringComparison.Ordinal)) Assert.All(readings, r => Assert.Contains("atomization_energy_kcal_mol", r.Properties));
    }

    [Fact]
    public void EveryPoscarIsReadOnceItsElementsAreKnown()
    {
        Element[] placeholders = [.. Enumerable.Range(1, Element.Count).Select(number => new Element(number))];
        var withKinds = new PoscarFormat(placeholders);
        using var tar = new TarReader(new GZipStream(File.OpenRead(SharedData.Require("symmetry", "spglib_poscar.tar.gz")), CompressionMode.Decompress));
        int files = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            string text = new StreamReader(entry.DataStream).ReadToEnd();
            Assert.Equal("POSCAR", StructureFile.Recognize(entry.Name, text)?.Name);
            StructureReading given = Assert.Single(withKinds.Read(text, entry.Name)), own = Assert.Single(StructureFile.Read(entry.Name, text));
            Assert.True(given.Structure is not null, given.Failure?.ToString());
            Assert.True(own.Structure is not null || own.Failure!.Reason.StartsWith("The file names no elements", StringComparison.Ordinal), own.Failure?.ToString());
            files++;
        }
        Assert.True(files > 300);
    }
}
