using System.Collections.Immutable;
using CsCheck;
using Lodestone.Matter.Formats;

namespace Lodestone.Matter.Tests.Formats;

/// <summary>What a format writes, it reads back: elements, order, cell, positions, moments, occupancies.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<ImmutableArray<Species>> Disordered = Generators.Element.Array[1, 3].Where(e => e.Distinct().Count() == e.Length)
        .SelectMany(elements => Gen.Select(Gen.Double[0.05, 0.33].Array[elements.Length], Gen.Int[-3, 4], (shares, charge) =>
            elements.Select((e, i) => new Species(e, shares[i], charge)).ToImmutableArray()));

    [Fact]
    public void Poscar() => Generators.Crystal.Sample(crystal => AssertSame(crystal, RoundTrip(new PoscarFormat(), crystal), 1e-12));

    [Fact]
    public void ExtendedXyzOfCrystals() =>
        Gen.Select(Generators.Crystal, Generators.Direction).Sample((crystal, moment) =>
        {
            Structure magnetic = new(crystal.Lattice, [.. crystal.Sites.Select(site => site with { Moment = moment })]);
            AssertSame(crystal, RoundTrip(new XyzFormat(), crystal), 1e-10);
            AssertSame(magnetic, RoundTrip(new XyzFormat(), magnetic), 1e-10);
        });

    [Fact]
    public void ExtendedXyzOfMolecules() => Generators.Molecule.Sample(molecule => AssertSame(molecule, RoundTrip(new XyzFormat(), molecule), 0));

    [Fact]
    public void Sdf() => Generators.Molecule.Sample(molecule => AssertSame(molecule, RoundTrip(new SdfFormat(), molecule), 1e-4));

    [Fact]
    public void SdfOfManyAtomsIsV3000() =>
        Generators.Atom.Array[1000, 1100].Sample(atoms =>
        {
            Structure molecule = Structure.Molecule([.. atoms.Select(a => a.Element)], [.. atoms.Select(a => 9 * a.Position)]);
            AssertSame(molecule, RoundTrip(new SdfFormat(), molecule), 0);
        }, iter: 5);

    [Fact]
    public void SdfKeepsCharges() =>
        Gen.Select(Generators.Atom, Gen.Int[-4, 4]).Array[1, 20].Sample(atoms =>
        {
            Structure molecule = Structure.Molecule([.. atoms.Select(a => a.Item1.Element)], [.. atoms.Select(a => a.Item1.Position)]);
            molecule = new(null, [.. molecule.Sites.Select((s, i) => s with { Species = [s.Species[0] with { OxidationState = atoms[i].Item2 == 0 ? null : atoms[i].Item2 }] })]);
            AssertSame(molecule, RoundTrip(new SdfFormat(), molecule), 1e-4);
        });

    [Fact]
    public void PymatgenJson() =>
        Gen.Select(Generators.Crystal, Disordered, Generators.Direction).Sample((crystal, species, moment) =>
        {
            Structure rich = new(crystal.Lattice, crystal.Sites.SetItem(0, crystal.Sites[0] with { Species = species, Moment = moment, Label = "M \"1\"" }));
            AssertSame(rich, RoundTrip(new PymatgenJsonFormat(), rich), 0);
            AssertSame(rich, RoundTrip(new PymatgenJsonLinesFormat(), rich), 0);
        });

    [Fact]
    public void PymatgenJsonOfMolecules() =>
        Generators.Molecule.Sample(molecule => AssertSame(molecule, RoundTrip(new PymatgenJsonFormat(), molecule), 0));

    [Theory]
    [InlineData("many.extxyz")]
    [InlineData("many.json")]
    [InlineData("many.jsonl.gz")]
    [InlineData("many.sdf")]
    public void FilesOfManyKeepNamesAndOrder(string file)
    {
        using var folder = new Testing.TemporaryFolder();
        string path = folder.File(file);
        Structure carbon = Structure.Molecule([Element.Parse("C")], [new(1, 2, 3)]), oxygen = Structure.Molecule([Element.Parse("O")], [new(3, 2, 1)]);
        StructureFile.Write(path, [("first one", carbon), ("second", oxygen), ("third \"3\"", carbon)]);
        StructureReading[] readings = [.. StructureFile.Read(path)];
        Assert.Equal(["first one", "second", "third \"3\""], readings.Select(r => r.Name));
        Assert.Equal(["C", "O", "C"], readings.Select(r => r.Structure!.Sites[0].Element.Symbol));
    }

    private static Structure RoundTrip(IStructureFormat format, Structure structure)
    {
        var writer = new StringWriter { NewLine = "\n" };
        format.Write([("a name", structure)], writer);
        StructureReading reading = Assert.Single(format.Read(writer.ToString(), "x"));
        Assert.True(reading.Failure is null, reading.Failure?.ToString());
        Assert.All(reading.Structure!.Warnings, warning => Assert.StartsWith("Atoms overlap", warning));
        return reading.Structure;
    }

    private static void AssertSame(Structure expected, Structure found, double tolerance)
    {
        Assert.Equal(expected.Lattice?.Vectors, found.Lattice?.Vectors);
        Assert.Equal(expected.Sites.Length, found.Sites.Length);
        for (int i = 0; i < expected.Sites.Length; i++)
        {
            Site a = expected.Sites[i], b = found.Sites[i];
            Assert.Equal(a.Species.AsEnumerable(), b.Species.AsEnumerable());
            Assert.True((a.Cartesian - b.Cartesian).Length <= tolerance, $"{a.Cartesian} {b.Cartesian}");
            Assert.True((a.Fractional - b.Fractional).Length <= Math.Max(tolerance, 1e-15));
            Assert.Equal(a.Moment, b.Moment);
        }
    }
}
