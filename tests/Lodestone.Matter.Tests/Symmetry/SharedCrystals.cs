using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Symmetry;

/// <summary>The structures of spglib's own tests, whose files are named after their space group.</summary>
internal static class SharedCrystals
{
    // Three files of distorted crystals have their group only within a loose tolerance; in one file, all atoms differ.
    private static readonly Dictionary<string, (double Tolerance, int Number)> Special = new()
    {
        ["distorted__POSCAR-161-1"] = (0.01, 161),
        ["distorted__POSCAR-6"] = (0.1, 6),
        ["distorted__POSCAR-8"] = (0.01, 8),
        ["virtual_structure__POSCAR-230-230-conv-62"] = (1e-5, 1),
    };

    /// <summary>Each crystal with its file, its space group, and the tolerance, Å, at which it has it. Skips the running test where there are none.</summary>
    public static IEnumerable<(string Name, int Number, double Tolerance, Structure Crystal)> Read()
    {
        string archive = SharedData.Require("symmetry", "spglib_poscar.tar.gz");
        using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream);
            string name = Path.GetFileName(entry.Name);
            (double tolerance, int number) = Special.GetValueOrDefault(name, (1e-5, Number(name)));
            yield return (name, number, tolerance, Read(reader.ReadToEnd().Split('\n')));
        }
    }

    private static int Number(string name) => int.Parse(name[(name.IndexOf("POSCAR-", StringComparison.Ordinal) + 7)..].Split('-')[0], CultureInfo.InvariantCulture);

    // These files do not name their elements, and some have more kinds than there are elements: an occupancy tells those apart.
    private static Structure Read(string[] lines)
    {
        double scale = Numbers(lines[1])[0];
        Vector3D Row(int line) => new(scale * Numbers(lines[line])[0], scale * Numbers(lines[line])[1], scale * Numbers(lines[line])[2]);
        var lattice = new Lattice(new Matrix3D(Row(2), Row(3), Row(4)));
        int[] counts = [.. Numbers(lines[5]).Select(number => (int)number)];
        var sites = ImmutableArray.CreateBuilder<Site>();
        for (int kind = 0, line = 7; kind < counts.Length; kind++)
        {
            var species = new Species(new Element(1 + kind % Element.Count), 1.0 / (1 + kind / Element.Count));
            for (int i = 0; i < counts[kind]; i++, line++)
            {
                double[] at = Numbers(lines[line]);
                sites.Add(new Site([species], default, default).At(new(at[0], at[1], at[2]), lattice));
            }
        }

        return new Structure(lattice, sites.ToImmutable());
    }

    private static double[] Numbers(string line) =>
        [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile(text => text[0] != '#').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
