using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

public sealed class XyzFormatTests
{
    [Fact]
    public void ReadsPlainXyzAsAMoleculeNamedByItsComment()
    {
        StructureReading water = Assert.Single(new XyzFormat().Read("3\nwater molecule\nO 0 0 0\nH 0.76 0.59 0\n1 -0.76 0.59 0\n", "w.xyz"));
        Assert.Equal("water molecule", water.Name);
        Assert.Null(water.Structure!.Lattice);
        Assert.Equal(["O", "H", "H"], water.Structure.Sites.Select(site => site.Element.Symbol));
    }

    [Fact]
    public void ReadsColumnsInAnyOrderQuotedKeysAndMoments()
    {
        const string text = """
            2
            Properties=forces:R:3:Z:I:1:pos:R:3:magmoms:R:1 Lattice="4 0 0  0 5 0  0.5 0 6" energy=-3.25 note="a \"b\" c=d" virial={1 2 [3]} relaxed pbc="T T T"
            0 0 0 26 0.25 0 6 2.2
            0 0 0 8 1 1 1 -0.1
            """;
        StructureReading reading = Assert.Single(new XyzFormat().Read(text, "f.extxyz"));
        Assert.Equal("f.extxyz", reading.Name);
        Assert.Equal("-3.25", reading.Properties["energy"]);
        Assert.Equal("a \"b\" c=d", reading.Properties["note"]);
        Assert.Equal("1 2 [3]", reading.Properties["virial"]);
        Assert.Equal("T", reading.Properties["relaxed"]);
        Assert.Equal(4, reading.Properties.Count);
        Assert.Equal(new Vector3D(0.5, 0, 6), reading.Structure!.Lattice!.Vectors.C);
        Assert.Equal(new Vector3D(0, 0, 2.2), reading.Structure.Sites[0].Moment);
        Assert.Equal("Fe", reading.Structure.Sites[0].Element.Symbol);
        Assert.True((reading.Structure.Sites[0].Fractional - new Vector3D(-0.0625, 0, 1)).Length < 1e-12);
    }

    [Fact]
    public void ABadFrameDoesNotHideTheNext()
    {
        StructureReading[] readings = [.. new XyzFormat().Read("1\na\nQq 0 0 0\n\n1\nb\nC 0 0 0\n2\nc\nC 0 0 0\n", "f.xyz")];
        Assert.Equal([3, null, 10], readings.Select(r => r.Failure?.Line));
        Assert.Equal("b", readings[1].Name);
        Assert.Contains("no element 'Qq'", readings[0].Failure!.Reason);
        Assert.Contains("1 of the 2 atoms", readings[2].Failure!.Reason);
    }

    [Theory]
    [InlineData("1341.3\t1341.3\nC\tC\nInChI=1S/CH4/h1H4\tInChI=1S/CH4/h1H4\n")]
    [InlineData("")]
    [InlineData("\n\n")]
    public void AMoleculeOfQm9IsOneFrameWhateverStandsBehindItsAtoms(string end)
    {
        string values = string.Join('\t', Enumerable.Range(0, 15));
        string frame = $"2\ngdb 7\t{values}\t\nC\t-0.01\t 1.08\t 2.7*^-4\t-0.53\nH\t 0.002\t-0.006\t-1*^-3\t 0.13\n{end}";
        StructureReading[] readings = [.. new XyzFormat().Read(frame + frame.Replace("gdb 7", "gdb 8"), "q.xyz")];
        Assert.Equal(["gdb 7", "gdb 8"], readings.Select(reading => reading.Name));
        Assert.Equal(new Vector3D(-0.01, 1.08, 2.7e-4), readings[0].Structure!.Sites[0].Cartesian);
        Assert.Equal(("3", "14", 15), (readings[1].Properties["dipole_moment_D"], readings[1].Properties["Cv_cal_mol_K"], readings[1].Properties.Count));
    }

    [Fact]
    public void AMoleculeOfQm9ThatIsCutShortIsRefused()
    {
        Assert.Contains("InChI", Assert.Single(new XyzFormat().Read("1\ngdb 1\nC 0 0 0\n1.5\nC\tC\n", "q.xyz")).Failure!.Reason);
        Assert.Contains("InChI", new XyzFormat().Read("1\ngdb 1\nC 0 0 0\n1.5\nC\tC\nmore\n", "q.xyz").First().Failure!.Reason);
    }

    [Fact]
    public void ARawFileOfQm9IsOneMolecule()
    {
        StructureReading methane = Assert.Single(StructureFile.Read(SharedCases.Require("xyz", "qm9-raw.xyz")));
        Assert.Equal(("gdb 1", "CH4"), (methane.Name, methane.Structure!.Composition.HillFormula));
    }

    [Fact]
    public void PlainXyzMayHaveMoreColumnsAndBlankLines()
    {
        StructureReading[] readings = [.. new XyzFormat().Read("\n1\nfirst\nC 0 0 0 0.1 0.2 0.3\n\n 1 \nsecond\nO 0 0 0 -0.1\n\n \n", "f.xyz")];
        Assert.Equal(["first", "second"], readings.Select(reading => reading.Name));
        Assert.All(readings, reading => Assert.Single(reading.Structure!.Sites));
    }

    [Theory]
    [InlineData("x\n", "number of atoms")]
    [InlineData("0\n\n", "at least 1")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0 0 1 0\"\nC 0 0 0\n", "no volume")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0\"\nC 0 0 0\n", "not nine numbers")]
    [InlineData("1\nLattice=\"1 0 0 0 1 0 0 0 1\nC 0 0 0\n", "not closed")]
    [InlineData("1\nProperties=pos:R:3\n0 0 0\n", "species:S:1")]
    [InlineData("1\n\nC 0 0\n", "4 columns")]
    [InlineData("1\n\nC 0 0 NaN\n", "not three numbers")]
    [InlineData("1\n\n119 0 0 0\n", "no element '119'")]
    public void BadFramesGiveTheReason(string text, string reason) =>
        Assert.Contains(reason, Assert.Single(new XyzFormat().Read(text, "f.xyz")).Failure!.Reason);

    [Theory]
    [InlineData("1\nLattice=\"5 0 0 0 5 0 0 0 5\" pbc=\"F F F\"\nC 0 0 0\n", false, 0)]
    [InlineData("1\nLattice=\"5 0 0 0 5 0 0 0 5\" pbc=\"T T F\"\nC 0 0 0\n", true, 1)]
    [InlineData("1\nLattice=\"5 0 0 0 5 0 0 0 5\"\nC 0 0 0\n", true, 0)]
    [InlineData("1\nProperties=species:S:1:pos:R:3 pbc=\"T T T\"\nC 0 0 0\n", false, 1)]
    public void PeriodicityDecidesAboutTheCell(string text, bool crystal, int warnings)
    {
        Structure structure = Assert.Single(new XyzFormat().Read(text, "f.xyz")).Structure!;
        Assert.Equal(crystal, structure.Lattice is not null);
        Assert.Equal(warnings, structure.Warnings.Length);
    }
}
