using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats.Cif;

/// <summary>Real files, many of them malformed on purpose: each gives a structure or a reason, in time.</summary>
[Trait("Category", "Slow")]
public sealed class CifSharedDataTests
{
    [Theory]
    [InlineData("cod_tools", 450)]
    [InlineData("gemmi", 1)]
    [InlineData("pymatgen", 60)]
    public void Every_nasty_file_gives_structures_or_reasons(string archive, int leastStructures)
    {
        int structures = 0;
        foreach ((string name, string text) in Files(SharedData.Require("cif", archive + ".tar.gz")))
        {
            StructureReading[] readings = [.. new CifFormat().Read(text, name)];
            Assert.NotEmpty(readings);
            foreach (StructureReading reading in readings)
            {
                Assert.True(reading.Structure is null != reading.Failure is null);
                if (reading.Failure is { } failure) Assert.EndsWith(".", failure.Reason);
                if (reading.Structure is not { } structure) continue;
                structures++;
                Assert.All(structure.Sites, site => Assert.True(site.Cartesian.IsFinite && site.Species.Sum(one => one.Occupancy) is > 0 and <= 1.0001));
            }
        }
        Assert.True(structures >= leastStructures, $"Only {structures} structures were read.");
    }

    [Fact]
    public void Magnetic_structures_keep_their_moments()
    {
        int read = 0, modulated = 0, others = 0, withMoments = 0;
        foreach ((string name, string text) in Files(SharedData.Require("magnets", "magndata.tar.gz")))
        {
            StructureReading reading = new CifFormat().Read(text, name).First();
            if (reading.Structure is { } structure)
            {
                read++;
                if (structure.Sites.Any(site => site.Moment is { } moment && moment.Length > 0.01)) withMoments++;
                Assert.All(structure.Sites, site => Assert.True(site.Moment is not { } moment || moment.Length < 15));
                bool isAntiferromagnet = structure.Sites.Where(site => site.Moment is not null).Aggregate(Vector3D.Zero, (sum, site) => sum + site.Moment!.Value).Length < 1e-6;
                if (text.Contains("_space_group_symop_magn_centering") && text.Contains(",-1\nloop_\n_atom_site_label")) Assert.True(isAntiferromagnet, name);
            }
            else if (reading.Failure!.Reason.Contains("modulated")) modulated++;
            else others++;
        }
        Assert.True(read > 1060 && others < 12 && withMoments > 1040, $"{read} read, {withMoments} with moments, {modulated} modulated, {others} other failures.");
    }

    private static IEnumerable<(string Name, string Text)> Files(string archive)
    {
        using var reader = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
            var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            yield return (entry.Name, Encoding.UTF8.GetString(bytes.ToArray()));
        }
    }
}
