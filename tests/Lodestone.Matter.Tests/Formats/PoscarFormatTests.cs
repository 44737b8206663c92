using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats;

public sealed class PoscarFormatTests
{
    private const string Cubic = "salt\n2.0\n1 0 0\n0 1 0\n0 0 1\n";

    [Fact]
    public void ReadsVasp5WithSelectiveDynamicsAndCartesianCoordinates()
    {
        Structure crystal = Read("salt\n2.0\n2 0 0\n0 2 0\n0 0 2\nNa_pv Cl/1a2b\n1 1\nSelective dynamics\nCartesian\n0 0 0 T T F\n1.0 1.0D+00 1e0 F F F\n");
        Assert.Equal(64, crystal.Lattice!.Volume, 1e-12);
        Assert.Equal(["Na", "Cl"], crystal.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(new Vector3D(0.5, 0.5, 0.5), crystal.Sites[1].Fractional);
        Assert.Equal(new Vector3D(2, 2, 2), crystal.Sites[1].Cartesian);
        Assert.Empty(crystal.Warnings);
    }

    [Fact]
    public void ANegativeScaleIsTheVolume() =>
        Assert.Equal(54, Read("x\n-54\n1 0 0\n0 2 0\n0 0 1\nFe\n1\nDirect\n0 0 0\n").Lattice!.Volume, 1e-9);

    [Fact]
    public void ThreeScalesAreForEachAxis() =>
        Assert.Equal(new Vector3D(0, 3, 0), Read("x\n2 3 4\n1 0 0\n0 1 0\n0 0 1\nFe\n1\nDirect\n0 0 0\n").Lattice!.Vectors.B);

    [Theory]
    [InlineData("Na Cl\n1\n4 0 0\n0 4 0\n0 0 4\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n", "title")]
    [InlineData("salt\n1\n4 0 0\n0 4 0\n0 0 4\n1 1\nDirect\n0 0 0 # Na1\n0.5 0.5 0.5 # Cl1\n", "labels")]
    public void Vasp4TakesElementsFromTitleOrLabelsAndSaysSo(string text, string origin)
    {
        Structure crystal = Read(text);
        Assert.Equal(["Na", "Cl"], crystal.Sites.Select(site => site.Element.Symbol));
        Assert.Contains(origin, Assert.Single(crystal.Warnings));
    }

    [Theory]
    [InlineData("Li O Li\nO Li\n", "1 1 1\n1 2\n")]
    [InlineData("Li O Li O Li\n", "1\n1 1 1\n2\n")]
    [InlineData("Li O Li O Li # as written\n", "1 1 1 1 2 ! six\n")]
    public void NamesAndNumbersMayTakeSeveralLines(string names, string numbers)
    {
        string atoms = string.Concat(Enumerable.Range(0, 6).Select(i => FormattableString.Invariant($"0 0 {i / 6.0}\n")));
        Structure crystal = Read(Cubic.Replace("2.0", "9") + names + numbers + "Direct\n" + atoms);
        Assert.Equal(["Li", "O", "Li", "O", "Li", "Li"], crystal.Sites.Select(site => site.Element.Symbol));
        Assert.Empty(crystal.Warnings);
    }

    [Fact]
    public void NumbersWithoutNamesMayTakeSeveralLines()
    {
        StructureReading reading = Assert.Single(new PoscarFormat([Element.Parse("Fe"), Element.Parse("O")]).Read(Cubic + "1\n1\nDirect\n0 0 0\n0.5 0 0\n", "x"));
        Assert.Equal("FeO", reading.Structure!.Composition.Formula);
    }

    [Theory]
    [InlineData(Cubic + "1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n", 6, "names no elements")]
    [InlineData(Cubic + "Na Xx\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n", 6, "no element 'Xx'")]
    [InlineData(Cubic + "Na Cl\n1 1\nDirect\n0 0 0\n", 9, "ends before atom 2 of 2")]
    [InlineData(Cubic + "Na Cl\n1 1\nDirect\n0 0 0\n0 0\n", 10, "atom 2 of 2")]
    [InlineData(Cubic + "Na\n1 1\nDirect\n0 0 0\n0 0 0.5\n", 7, "2 numbers of atoms for 1")]
    [InlineData(Cubic + "Li Fe O\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n", 7, "2 numbers of atoms for 3 elements")]
    [InlineData(Cubic + "Na\nDirect\n0 0 0\n", 7, "number of atoms")]
    [InlineData(Cubic + "Na\n0\nDirect\n", 7, "0 atoms")]
    [InlineData(Cubic + "Na Cl\n2000000000 2000000000\nDirect\n", 7, "cannot be read")]
    [InlineData(Cubic + "Na\n1\n0 0 0\n", 8, "'Direct' or 'Cartesian'")]
    [InlineData("x\n1\n1 0 0\n0 1 0\n1 1 0\nFe\n1\nDirect\n0 0 0\n", 3, "no volume")]
    [InlineData("x\n-5\n1 0 0\n0 1 0\n1 1 0\nFe\n1\nDirect\n0 0 0\n", 2, "no volume")]
    [InlineData("x\n0\n1 0 0\n0 1 0\n0 0 1\nFe\n1\nDirect\n0 0 0\n", 2, "scale")]
    [InlineData("x\n1\n1 0 0\n0 nan 0\n0 0 1\nFe\n1\nDirect\n0 0 0\n", 4, "lattice vector")]
    [InlineData("x\n", 1, "cut short")]
    public void BadFilesGiveLineAndReason(string text, int line, string reason)
    {
        ReadFailure failure = Assert.Single(new PoscarFormat().Read(text, "f/POSCAR")).Failure!;
        Assert.Equal("f/POSCAR", failure.Source);
        Assert.Equal(line, failure.Line);
        Assert.Contains(reason, failure.Reason);
    }

    [Fact]
    public void WritesOneOrderedCrystalOnly()
    {
        Structure molecule = Structure.Molecule([Element.Parse("C")], [default]);
        Structure crystal = Read(Cubic + "Na\n1\nDirect\n0 0 0\n");
        Structure half = new(crystal.Lattice, [crystal.Sites[0] with { Species = [new Species(Element.Parse("Na"), 0.5)] }]);
        Assert.Throws<NotSupportedException>(() => new PoscarFormat().Write([("m", molecule)], TextWriter.Null));
        Assert.Throws<NotSupportedException>(() => new PoscarFormat().Write([("a", crystal), ("b", crystal)], TextWriter.Null));
        Assert.Throws<NotSupportedException>(() => new PoscarFormat().Write([("h", half)], TextWriter.Null));
        Assert.Throws<NotSupportedException>(() => new PoscarFormat().Write([], TextWriter.Null));
    }

    private static Structure Read(string text)
    {
        StructureReading reading = Assert.Single(new PoscarFormat().Read(text, "POSCAR"));
        Assert.True(reading.Failure is null, reading.Failure?.ToString());
        return reading.Structure!;
    }
}
