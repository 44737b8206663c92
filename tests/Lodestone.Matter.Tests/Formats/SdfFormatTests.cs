using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats;

public sealed class SdfFormatTests
{
    private const string Hydroxide =
        "hydroxide\n     test           3D\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n"
        + "    0.0000    0.0000    0.0000 O   0  5\n    0.9600   -0.1000    0.0000 D   0  0\n  1  2  1  0\n";

    [Fact]
    public void ReadsV2000WithDataItems()
    {
        StructureReading reading = Assert.Single(Read(Hydroxide + "M  END\n>  <E1-CC2>  (1)\n0.25\n\n> <note>\ntwo\nlines\n\n$$$$\n"));
        Assert.Equal("hydroxide", reading.Name);
        Assert.Equal(["O", "H"], reading.Structure!.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(-1, reading.Structure.Sites[0].Species[0].OxidationState);
        Assert.Equal(new Vector3D(0.96, -0.1, 0), reading.Structure.Sites[1].Cartesian);
        Assert.Equal("0.25", reading.Properties["E1-CC2"]);
        Assert.Equal("two\nlines", reading.Properties["note"]);
    }

    [Fact]
    public void ChargeLinesReplaceTheCodesOfAtomLines()
    {
        Structure molecule = Assert.Single(Read(Hydroxide + "M  CHG  1   2   1\nM  END\n$$$$\n")).Structure!;
        Assert.Null(molecule.Sites[0].Species[0].OxidationState);
        Assert.Equal(1, molecule.Sites[1].Species[0].OxidationState);
    }

    [Fact]
    public void ReadsV3000WithContinuedLines()
    {
        const string text = "m\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS 2 0 0 0 0\nM  V30 BEGIN ATOM\n"
            + "M  V30 7 N 0 0 1.5 0 -\nM  V30 CHG=1\nM  V30 9 Cl 0 2 0 0\nM  V30 END ATOM\nM  V30 END CTAB\nM  END\n";
        Structure molecule = Assert.Single(Read(text)).Structure!;
        Assert.Equal(["N", "Cl"], molecule.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(1, molecule.Sites[0].Species[0].OxidationState);
        Assert.Equal(new Vector3D(0, 2, 0), molecule.Sites[1].Cartesian);
    }

    [Fact]
    public void ABadRecordDoesNotHideTheNext()
    {
        StructureReading[] readings = [.. Read("bad\n\n\nnonsense\n$$$$\n" + Hydroxide + "M  END\n$$$$\n")];
        Assert.Equal(4, readings[0].Failure!.Line);
        Assert.Equal("hydroxide", readings[1].Name);
        Assert.NotNull(readings[1].Structure);
    }

    [Theory]
    [InlineData(Hydroxide, "M  END")]
    [InlineData("a\n\n", "cut short")]
    [InlineData("a\n\n\n  5  0  0  0  0  0  0  0  0  0999 V2000\n", "0 of its 5 atoms")]
    [InlineData("a\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n", "no atoms")]
    [InlineData("a\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 R#  0  0\nM  END\n", "no element 'R#'")]
    [InlineData("a\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    x.0000 C   0  0\nM  END\n", "three coordinates")]
    [InlineData("a\n                    2D\n\n  2  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.0000    0.0000    0.0000 C   0  0\nM  END\n", "flat drawing")]
    public void BadRecordsGiveTheReason(string text, string reason) => Assert.Contains(reason, Assert.Single(Read(text)).Failure!.Reason);

    [Fact]
    public void CrystalsAreNotWritten() => Assert.Throws<NotSupportedException>(() => new SdfFormat().Write(
        [("x", Structure.Crystal(new Lattice(Matrix3D.Identity), [Element.Parse("Po")], [default]))], TextWriter.Null));

    private static IEnumerable<StructureReading> Read(string text) => new SdfFormat().Read(text, "f.sdf");
}
