using System.IO.Compression;
using System.Text;
using CsCheck;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

public sealed class StructureFileTests
{
    private const string Poscar = "salt\n1\n4 0 0\n0 4 0\n0 0 4\nNa Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";

    [Theory]
    [InlineData("POSCAR", "POSCAR")]
    [InlineData("a/CONTCAR_2", "POSCAR")]
    [InlineData("Fe.vasp.gz", "POSCAR")]
    [InlineData("POSCAR.xyz", "XYZ")]
    [InlineData("m.SDF", "SDF")]
    [InlineData("s.json", "pymatgen JSON")]
    [InlineData("s.jsonl", "pymatgen JSON lines")]
    [InlineData("cubic__POSCAR-195", null)]
    public void NamesTellTheFormat(string name, string? format) => Assert.Equal(format, StructureFile.ByName(name)?.Name);

    [Fact]
    public void ContentTellsTheFormatWhereTheNameDoesNot() =>
        Assert.Equal(2, Assert.Single(StructureFile.Read("cubic__195", Poscar)).Structure!.Sites.Length);

    [Theory]
    [InlineData("f.xyz", Poscar, "looks like POSCAR")]
    [InlineData("f.vasp", "1\nx\nC 0 0 0\n", "looks like XYZ")]
    [InlineData("f.sdf", "{}", "looks like pymatgen JSON")]
    [InlineData("f.vasp", "# x\n\ndata_x\nloop_\n", "looks like CIF")]
    [InlineData("f.cif", Poscar, "looks like POSCAR")]
    [InlineData("f.xyz", " \n", "The file is empty.")]
    [InlineData("f.txt", "hello", "The format is not known")]
    [InlineData("f.vasp", "\u0001\0\0", "binary")]
    public void WrongContentIsSaidInASentence(string name, string text, string reason) =>
        Assert.Contains(reason, Assert.Single(StructureFile.Read(name, text)).Failure!.Reason);

    [Fact]
    public void FilesThatCannotBeOpenedAreFailures()
    {
        using var folder = new TemporaryFolder();
        Assert.NotNull(Assert.Single(StructureFile.Read(folder.File("none.vasp"))).Failure);
        Assert.NotNull(Assert.Single(StructureFile.Read(folder.Path)).Failure);
        Assert.Contains("gzip", Assert.Single(StructureFile.Read(folder.Write("x.vasp.gz", Poscar))).Failure!.Reason);
        Assert.NotNull(Assert.Single(StructureFile.Read("\0")).Failure);
    }

    [Fact]
    public void PackedFilesAndOtherEncodingsAreRead()
    {
        using var folder = new TemporaryFolder();
        string packed = folder.File("x.vasp.gz"), latin = folder.File("y.vasp"), wide = folder.File("z.vasp");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Poscar));
        File.WriteAllBytes(latin, Encoding.Latin1.GetBytes(Poscar.Replace("salt", "Kochsälz")));
        File.WriteAllText(wide, Poscar, Encoding.Unicode);
        foreach (string path in (string[])[packed, latin, wide]) Assert.NotNull(Assert.Single(StructureFile.Read(path)).Structure);
    }

    [Fact]
    public void WritingLeavesNothingHalfDone()
    {
        using var folder = new TemporaryFolder();
        Structure molecule = Structure.Molecule([Element.Parse("C")], [default]);
        Assert.Contains("names no format", Assert.Throws<InputException>(() => StructureFile.Write(folder.File("x.abc"), [("m", molecule)])).Message);
        string kept = folder.Write("x.vasp", Poscar);
        Assert.Contains("needs a cell", Assert.Throws<InputException>(() => StructureFile.Write(kept, [("m", molecule)])).Message);
        Assert.Equal(Poscar, File.ReadAllText(kept));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void OverlappingAtomsAreSaid()
    {
        string text = Poscar.Replace("0.5 0.5 0.5", "0.99 0 0");
        Assert.Equal(
            "Atoms overlap: Na (site 1) and Cl (site 2) are 0.04 Å apart.",
            Assert.Single(Assert.Single(StructureFile.Read("POSCAR", text)).Structure!.Warnings));
    }

    [Fact]
    public void NoTextMakesAReaderThrow() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1].Select(i => Seeds[i]), Gen.Int[0, 400], Gen.Int[0, 400], Gen.String).Sample((seed, from, length, noise) =>
        {
            int start = Math.Min(from, seed.Length), end = Math.Min(start + length % 30, seed.Length);
            string text = seed[..start] + noise + seed[end..];
            foreach (IStructureFormat format in StructureFile.Formats)
                foreach (StructureReading reading in format.Read(text, "fuzz"))
                    Assert.True(reading.Structure is null != reading.Failure is null);
            _ = StructureFile.Read("fuzz", text).Count();
        }, iter: 3000);

    private static readonly string[] Seeds =
    [
        Poscar,
        "2\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3 a=\"b c\"\nNa 0 0 0\nCl 2 2 2\n",
        "m\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  CHG  1   1   1\nM  END\n> <a>\n1\n\n$$$$\n",
        "{\"lattice\":{\"matrix\":[[4,0,0],[0,4,0],[0,0,4]]},\"sites\":[{\"species\":[{\"element\":\"Na\",\"occu\":1}],\"abc\":[0,0,0]}]}",
    ];
}
