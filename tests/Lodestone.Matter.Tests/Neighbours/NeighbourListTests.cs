using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Neighbours;

public sealed class NeighbourListTests
{
    /// <summary>Distances up to three steps of the resolution, 1e-8 Å, apart can count as tied: a neighbour may be farther by so much.</summary>
    private const double TieWidth = 3e-8;

    private static readonly Element Iron = Element.Parse("Fe");

    private static readonly Matrix3D Cubic = new(new(4, 0, 0), new(0, 4, 0), new(0, 0, 4));
    private static readonly Matrix3D Hexagonal = new(new(4, 0, 0), new(-2, 2 * Math.Sqrt(3), 0), new(0, 0, 5));

    [Fact]
    public void EqualsBruteForceInAnyCell() =>
        Gen.Select(Generators.Crystal, Generators.Unimodular, Gen.Double[1, 5]).Sample((crystal, change, cutoff) =>
        {
            Structure skewed = InCell(crystal, change);
            if (BruteForceNeighbours.Effort(skewed, cutoff) > 1e6) return; // minutes
            AssertSameEdges(BruteForceNeighbours.Within(skewed, cutoff), NeighbourList.Within(skewed, cutoff));
        }, iter: 60);

    [Fact]
    public void EqualsBruteForceForMolecules() =>
        Gen.Select(Generators.Molecule, Gen.Double[1, 12]).Sample((molecule, cutoff) =>
            AssertSameEdges(BruteForceNeighbours.Within(molecule, cutoff), NeighbourList.Within(molecule, cutoff)), iter: 200);

    [Fact]
    public void EqualsBruteForceWhereCellListsAreUsed()
    {
        var random = new Random(5);
        var lattice = new Lattice(new(new(21, 0, 0), new(9, 19, 0), new(-6, 4, 23)));
        Vector3D[] positions = Enumerable.Range(0, 700).Select(_ => new Vector3D(random.NextDouble(), random.NextDouble(), random.NextDouble())).ToArray();
        Structure crystal = Structure.Crystal(lattice, Enumerable.Repeat(Iron, 700).ToArray(), positions);
        Structure cluster = Structure.Molecule(
            Enumerable.Repeat(Iron, 4000).ToArray(), Enumerable.Range(0, 4000).Select(_ => 40 * new Vector3D(random.NextDouble(), random.NextDouble(), random.NextDouble())).ToArray());
        AssertSameEdges(BruteForceNeighbours.Within(crystal, 5), NeighbourList.Within(crystal, 5));
        AssertSameEdges(BruteForceNeighbours.Within(cluster, 3), NeighbourList.Within(cluster, 3));
    }

    [Fact]
    public void NearestAreTheFirstOfAllWithin() =>
        Gen.Select(Generators.Crystal, Generators.Unimodular, Gen.Int[1, 20], Gen.Double[0.5, 7]).Sample((crystal, change, k, cutoff) =>
        {
            Structure structure = InCell(crystal, change);
            NeighbourList all = NeighbourList.Within(structure, cutoff), nearest = NeighbourList.Nearest(structure, k, cutoff);
            for (int atom = 0; atom < all.AtomCount; atom++)
            {
                Edge[] available = [.. EdgesOf(all, atom)], found = [.. EdgesOf(nearest, atom)];
                AssertClose([.. available.Take(k).Select(edge => edge.Distance)], [.. found.Select(edge => edge.Distance)]);
                Assert.Equal(available.Where(found.Contains), found);
            }
        }, iter: 300);

    [Fact]
    public void DistancesAreInvariantUnderRotationTranslationAndPermutation() =>
        Gen.Select(Generators.Crystal, Generators.Rotation, Generators.Fractional, Gen.Double[1, 6]).Sample((crystal, rotation, shift, cutoff) =>
        {
            var lattice = new Lattice(crystal.Lattice!.Vectors * rotation);
            Vector3D[] moved = crystal.Sites.Select(site => site.Fractional + shift).Reverse().ToArray();
            Structure other = Structure.Crystal(lattice, crystal.Sites.Select(site => site.Element).Reverse().ToArray(), moved);
            NeighbourList expected = NeighbourList.Within(crystal, cutoff), found = NeighbourList.Within(other, cutoff);
            for (int atom = 0; atom < expected.AtomCount; atom++)
                AssertClose(DistancesOf(expected, atom), DistancesOf(found, expected.AtomCount - 1 - atom));
        }, iter: 200);

    [Fact]
    public void BodyCentredCubicShells()
    {
        Structure iron = Structure.Crystal(new Lattice(new(new(2.8, 0, 0), new(0, 2.8, 0), new(0, 0, 2.8))), [Iron, Iron], [new(0, 0, 0), new(0.5, 0.5, 0.5)]);
        NeighbourList list = NeighbourList.Within(iron, 2.8 * Math.Sqrt(3));
        // 8 + 6 + 12 + 24 + 8 neighbours: the fifth shell lies exactly at the cutoff.
        Assert.Equal([0, 58, 116], list.Start);
        Assert.Equal(8, list.Distance.Take(58).Count(d => Math.Abs(d - 1.4 * Math.Sqrt(3)) < 1e-12));
        NeighbourList nearest = NeighbourList.Nearest(iron, 10, 8);
        // Eight of the first shell; of the six tied at 2.8 Å (all of the atom itself) the first two images.
        Assert.Equal([new CellImage(-1, 0, 0), new CellImage(0, -1, 0)], nearest.Image[8..10]);
        Assert.Equal([0, 0], nearest.Target[8..10]);
    }

    [Fact]
    public void WhichOfTiedAtomsAreNearestDependsOnTheCellAlone() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 11].Array[3].Array[2, 6], Gen.Int[1, 16], Generators.Rotation, Generators.Fractional).Sample(
            (isCubic, twelfths, k, rotation, shift) =>
            {
                Matrix3D cell = isCubic ? Cubic : Hexagonal;
                Vector3D[] places = [.. twelfths.DistinctBy(t => (t[0], t[1], t[2])).Select(t => (1 / 12.0) * new Vector3D(t[0], t[1], t[2]))];
                Element[] elements = [.. places.Select((_, i) => new Element(i + 1))];
                Structure crystal = Structure.Crystal(new Lattice(cell), elements, places);
                Structure other = Structure.Crystal(
                    new Lattice(cell * rotation), [.. elements.Reverse()], [.. places.Reverse().Select(place => place + shift)]);
                Assert.Equal(NearestDisplacements(crystal, k), NearestDisplacements(other, k));
            }, iter: 300);

    [Fact]
    public void VectorsLeadFromSourceToTheImageOfTheTargetAsGiven()
    {
        Structure crystal = Structure.Crystal(
            new Lattice(new(new(3, 0, 0), new(1, 4, 0), new(-2, 1, 5))), [Iron, Iron], [new(-3.25, 0.1, 7.5), new(2.5, -0.25, 0.5)]);
        NeighbourList list = NeighbourList.Within(crystal, 6);
        for (int e = 0; e < list.Count; e++)
        {
            CellImage image = list.Image[e];
            Vector3D expected = crystal.Sites[list.Target[e]].Cartesian - crystal.Sites[list.Source[e]].Cartesian
                + new Vector3D(image.A, image.B, image.C) * crystal.Lattice!.Vectors;
            Assert.True((expected - list.Vector[e]).Length < 1e-12);
            Assert.Equal(list.Vector[e].Length, list.Distance[e]);
        }
    }

    [Fact]
    public void OverlappingAtomsAreNeighboursAtDistanceZero()
    {
        NeighbourList list = NeighbourList.Within(Structure.Molecule([Iron, Iron, Iron], [default, default, default]), 1);
        Assert.Equal([1, 2, 0, 2, 0, 1], list.Target);
        Assert.All(list.Distance, distance => Assert.Equal(0, distance));
    }

    [Fact]
    public void ALoneAtomHasNone()
    {
        Assert.Equal(0, NeighbourList.Within(Structure.Molecule([Iron], [new(1, 2, 3)]), 10).Count);
        Assert.Equal(0, NeighbourList.Nearest(Structure.Crystal(new Lattice(new(new(9, 0, 0), new(0, 9, 0), new(0, 0, 9))), [Iron], [default]), 12, 8.5).Count);
        Assert.Equal(0, NeighbourList.Within([], null, 8).AtomCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void RefusesACutoffOutOfRange(double cutoff) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighbourList.Within(Structure.Molecule([Iron], [default]), cutoff));

    [Fact]
    public void ACellTooDenseToCountIsRefusedInOneSentence()
    {
        Structure dense = Structure.Crystal(new Lattice(new(new(1e-3, 0, 0), new(0, 1e-3, 0), new(0, 0, 1e-3))), [Iron], [default]);
        Assert.Contains("too many to count", Assert.Throws<InputException>(() => NeighbourList.Within(dense, 8)).Message);
        Assert.Equal(12, NeighbourList.Nearest(dense, 12, 8).Count);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-30)]
    [InlineData(1e-8)]
    [InlineData(1e9)]
    [InlineData(1e30)]
    [InlineData(1e100)]
    public void CellsThatNoCrystalHasAreAnsweredOrRefusedInASentence(double edge)
    {
        foreach (double far in (ReadOnlySpan<double>)[0, 1, 1e5, 1e8, 1e308])
        {
            Vector3D[] positions = [default, new(0.5 * edge, 2, far)];
            foreach (Matrix3D? cell in (ReadOnlySpan<Matrix3D?>)[null, new(new(edge, 0, 0), new(0, 4, 0), new(0, 0, 4)), new(new(edge, 0, 0), new(4, 4, 0), new(0, 0, 4))])
                foreach (Action search in (ReadOnlySpan<Action>)[() => NeighbourList.Within(positions, cell, 8), () => NeighbourList.Nearest(positions, cell, 2, 8)])
                    Assert.True(Record.Exception(search) is null or InputException);
        }
    }

    [Fact]
    public void TenThousandAtomsTakeSecondsAtMost()
    {
        var random = new Random(1);
        double edge = Math.Cbrt(10_000 / 0.08);
        Vector3D[] positions = Enumerable.Range(0, 10_000).Select(_ => edge * new Vector3D(random.NextDouble(), random.NextDouble(), random.NextDouble())).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        NeighbourList list = NeighbourList.Within(positions, new(new(edge, 0, 0), new(0, edge, 0), new(0, 0, edge)), 8);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"10,000 atoms took {watch.Elapsed}.");
        Assert.InRange(list.Count, 1_650_000, 1_800_000);
    }

    private static Structure InCell(Structure crystal, IntegerMatrix3 change)
    {
        var lattice = new Lattice(change.ToMatrix3D() * crystal.Lattice!.Vectors);
        return Structure.Crystal(
            lattice, crystal.Sites.Select(site => site.Element).ToArray(), crystal.Sites.Select(site => lattice.ToFractional(site.Cartesian)).ToArray());
    }

    /// <summary>The displacements, in thousandths of the cell, and the elements of each edge, in an order that depends on nothing else.</summary>
    private static (int, int, int, int, int)[] NearestDisplacements(Structure crystal, int k)
    {
        NeighbourList list = NeighbourList.Nearest(crystal, k, 12);
        return [.. Enumerable.Range(0, list.Count).Select(edge =>
        {
            Vector3D apart = 1000 * crystal.Lattice!.ToFractional(list.Vector[edge]);
            return (crystal.Sites[list.Source[edge]].Element.AtomicNumber, crystal.Sites[list.Target[edge]].Element.AtomicNumber,
                (int)Math.Round(apart.X), (int)Math.Round(apart.Y), (int)Math.Round(apart.Z));
        }).Order()];
    }

    private static IEnumerable<Edge> EdgesOf(NeighbourList list, int atom) =>
        Enumerable.Range(list.Start[atom], list.Start[atom + 1] - list.Start[atom])
            .Select(edge => new Edge(list.Source[edge], list.Target[edge], list.Image[edge], list.Distance[edge], list.Vector[edge]));

    private static double[] DistancesOf(NeighbourList list, int atom) => list.Distance[list.Start[atom]..list.Start[atom + 1]];

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], TieWidth);
    }

    private static void AssertSameEdges(List<(int Source, int Target, CellImage Image, double Distance)> expected, NeighbourList found)
    {
        Assert.Equal(expected.Count, found.Count);
        var distances = expected.ToDictionary(edge => (edge.Source, edge.Target, edge.Image), edge => edge.Distance);
        for (int e = 0; e < found.Count; e++)
        {
            Assert.Equal(distances[(found.Source[e], found.Target[e], found.Image[e])], found.Distance[e], 1e-9);
            if (e > 0 && found.Source[e] == found.Source[e - 1])
                Assert.True(found.Distance[e] > found.Distance[e - 1] - 1e-8);
            Assert.InRange(e, found.Start[found.Source[e]], found.Start[found.Source[e] + 1] - 1);
        }
    }

    private readonly record struct Edge(int Source, int Target, CellImage Image, double Distance, Vector3D Vector);
}
