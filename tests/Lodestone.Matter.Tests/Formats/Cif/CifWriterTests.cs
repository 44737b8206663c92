using System.Collections.Immutable;
using CsCheck;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats.Cif;

public sealed class CifWriterTests
{
    private static readonly Gen<Vector3D> Place = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], (x, y, z) => new Vector3D(x, y, z));

    private static readonly Gen<ImmutableArray<Species>> Species = Gen.OneOf(
        Gen.Int[1, 118].Select(z => ImmutableArray.Create(new Species(new Element(z)))),
        Gen.Select(Gen.Int[1, 118], Gen.Double[0.1, 1], Gen.Int[-4, 7]).Select((z, share, charge) => ImmutableArray.Create(new Species(new Element(z), share, charge))),
        Gen.Select(Gen.Int[1, 60], Gen.Int[61, 118], Gen.Double[0.1, 0.9]).Select((y, z, share) => ImmutableArray.Create(new Species(new Element(y), share), new Species(new Element(z), 1 - share))));

    private static readonly Gen<Structure> Crystal =
        Gen.Select(Gen.Double[8, 20].Array[3], Gen.Double[75, 105].Array[3], Gen.Select(Species, Place, Place, Gen.Bool).Array[1, 8]).Select((edges, angles, atoms) =>
        {
            Lattice lattice = Lattice.FromParameters(edges[0], edges[1], edges[2], angles[0], angles[1], angles[2]);
            return new Structure(lattice, [.. atoms.Select(atom => new Site(atom.Item1, atom.Item2, lattice.ToCartesian(atom.Item2)) { Moment = atom.Item4 ? atom.Item3 : null })]);
        }).Where(structure => !Overlaps(structure));

    // Atoms at one place are merged or refused on purpose, and those closer than half an ångström bring a warning.
    private static bool Overlaps(Structure structure)
    {
        for (int i = 0; i < structure.Sites.Length; i++)
            for (int j = 0; j < i; j++)
            {
                Vector3D d = structure.Sites[i].Fractional - structure.Sites[j].Fractional;
                var nearest = new Vector3D(d.X - Math.Round(d.X), d.Y - Math.Round(d.Y), d.Z - Math.Round(d.Z));
                if (structure.Lattice!.ToCartesian(nearest).Length < 0.6) return true;
            }
        return false;
    }

    private static Structure RoundTrip(Structure structure)
    {
        var writer = new StringWriter();
        new CifFormat().Write([("a name", structure)], writer);
        StructureReading reading = Assert.Single(new CifFormat().Read(writer.ToString(), "written.cif"));
        Assert.True(reading.Structure is not null, reading.Failure + "\n" + writer);
        Assert.Equal("a_name", reading.Name);
        return reading.Structure;
    }

    [Fact]
    public void What_is_written_is_read_again() => Crystal.Sample(structure =>
    {
        Structure read = RoundTrip(structure);
        Assert.Empty(read.Warnings);
        Assert.Equal(structure.Sites.Length, read.Sites.Length);
        for (int i = 0; i < read.Sites.Length; i++)
        {
            Site expected = structure.Sites[i], actual = read.Sites[i];
            Assert.True((expected.Cartesian - actual.Cartesian).Length < 1e-9);
            Assert.Equal(expected.Species.Select(s => (s.Element, s.OxidationState)), actual.Species.Select(s => (s.Element, s.OxidationState)));
            for (int k = 0; k < expected.Species.Length; k++) Assert.Equal(expected.Species[k].Occupancy, actual.Species[k].Occupancy, 1e-11);
            Assert.Equal(expected.Moment is null, actual.Moment is null);
            if (expected.Moment is { } moment) Assert.True((moment - actual.Moment!.Value).Length < 1e-9);
        }
    }, iter: 300);

    [Fact]
    public void A_molecule_is_not_written() => Assert.Throws<NotSupportedException>(() =>
        new CifFormat().Write([("water", Structure.Molecule([new Element(8)], [Vector3D.Zero]))], new StringWriter()));
}
