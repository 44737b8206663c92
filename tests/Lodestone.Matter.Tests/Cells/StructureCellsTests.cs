using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Cells;

public sealed class StructureCellsTests
{
    private static readonly Element Sodium = Element.Parse("Na"), Chlorine = Element.Parse("Cl");

    private static readonly Gen<IntegerMatrix3> Matrix =
        Gen.Int[-2, 2].Array[9].Select(m => new IntegerMatrix3(new(m[0], m[1], m[2]), new(m[3], m[4], m[5]), new(m[6], m[7], m[8])))
            .Where(m => m.Determinant != 0 && Math.Abs(m.Determinant) < 9);

    [Fact]
    public void ASupercellRepeatsEverySiteWithItsNeighbours() =>
        Gen.Select(Generators.Crystal, Matrix).Sample((crystal, matrix) =>
        {
            Structure super = crystal.Supercell(matrix);
            int cells = (int)Math.Abs(matrix.Determinant);
            Assert.Equal(cells * crystal.Sites.Length, super.Sites.Length);
            Assert.Equal(cells * crystal.Lattice!.Volume, super.Lattice!.Volume, 1e-6);
            Assert.Equal(crystal.Density!.Value, super.Density!.Value, 1e-8 * crystal.Density.Value);
            NeighbourList expected = NeighbourList.Within(crystal, 4), found = NeighbourList.Within(super, 4);
            for (int i = 0; i < super.Sites.Length; i++)
            {
                Assert.Equal(crystal.Sites[i / cells].Element, super.Sites[i].Element);
                AssertClose(Distances(expected, i / cells), Distances(found, i));
            }
        }, iter: 200);

    [Fact]
    public void ReductionKeepsEverySiteAndItsNeighbours() =>
        Gen.Select(Generators.Crystal, Generators.Unimodular).Sample((crystal, change) =>
        {
            Structure skewed = crystal.Supercell(change), reduced = skewed.NiggliReduced();
            NeighbourList expected = NeighbourList.Within(crystal, 4), found = NeighbourList.Within(reduced, 4);
            for (int i = 0; i < crystal.Sites.Length; i++) AssertClose(Distances(expected, i), Distances(found, i));
        }, iter: 200);

    [Fact]
    public void PrimitiveUndoesASupercell() =>
        Gen.Select(Generators.Crystal, Matrix, Gen.Int[0, 1000]).Sample((crystal, matrix, seed) =>
        {
            if (NeighbourList.Within(crystal, 0.1).Count > 0) return; // sites upon each other have no definite translations
            Structure primitive = crystal.Primitive();
            Structure super = crystal.Supercell(matrix);
            int[] order = Enumerable.Range(0, super.Sites.Length).ToArray();
            new Random(seed).Shuffle(order);
            Structure found = super.Permuted(order).Primitive();
            Assert.Equal(primitive.Sites.Length, found.Sites.Length);
            Assert.Equal(primitive.Lattice!.Volume, found.Lattice!.Volume, 1e-6);
            Assert.Equal(
                primitive.Sites.Select(site => site.Element.AtomicNumber).Order(), found.Sites.Select(site => site.Element.AtomicNumber).Order());
        }, iter: 200);

    [Fact]
    public void RockSaltHasTwoSitesInAnFccCell()
    {
        Structure primitive = RockSalt().Primitive();
        Assert.Equal(2, primitive.Sites.Length);
        Assert.Equal(5.64 * 5.64 * 5.64 / 4, primitive.Lattice!.Volume, 1e-9);
        Assert.Equal(60, primitive.Lattice.Angles.Alpha, 1e-6);
        Assert.Equal(6, NeighbourList.Within(primitive, 2.9).Start[1]);
        Assert.Equal(4 * (22.98977 + 35.45) * 1.66053906660 / (5.64 * 5.64 * 5.64), primitive.Density!.Value, 1e-3); // measured: 2.17 g/cm³
    }

    [Fact]
    public void MomentsMakeAMagneticCellLarger()
    {
        Structure salt = RockSalt();
        Structure layered = new(salt.Lattice, [.. salt.Sites.Select(site => site with { Moment = new(0, 0, site.Fractional.Z < 0.25 ? 1 : -1) })]);
        Assert.Equal(4, layered.Primitive().Sites.Length);
    }

    [Fact]
    public void PrimitiveForgivesNoiseBelowTheTolerance()
    {
        Structure super = RockSalt().Supercell(IntegerMatrix3.Diagonal(2, 1, 1));
        var random = new Random(2);
        Structure noisy = new(super.Lattice, [.. super.Sites.Select(site => site.At(site.Fractional + 1e-4 * new Vector3D(random.NextDouble(), random.NextDouble(), random.NextDouble()), super.Lattice!))]);
        Assert.Equal(2, noisy.Primitive().Sites.Length);
        Assert.Equal(16, noisy.Primitive(tolerance: 1e-6).Sites.Length);
    }

    [Fact]
    public void DistancesArePeriodic() =>
        Gen.Select(Generators.Crystal, Generators.Unimodular).Sample((crystal, change) =>
        {
            Structure skewed = crystal.Supercell(change);
            for (int j = 1; j < crystal.Sites.Length; j++)
            {
                double apart = skewed.Distance(0, j), longest = apart + 0.01;
                double expected = BruteForce(crystal, j, longest);
                Assert.Equal(expected, apart, 1e-8);
            }

            static double BruteForce(Structure crystal, int target, double cutoff) => Neighbours.BruteForceNeighbours.Within(crystal, cutoff)
                .Where(edge => edge.Source == 0 && edge.Target == target).Min(edge => edge.Distance);
        }, iter: 100);

    [Fact]
    public void MoleculesHaveNoCells()
    {
        Structure molecule = Structure.Molecule([Sodium], [default]);
        Assert.Throws<ArgumentException>(() => molecule.Primitive());
        Assert.Throws<ArgumentException>(() => molecule.NiggliReduced());
        Assert.Throws<ArgumentException>(() => RockSalt().Supercell(IntegerMatrix3.Diagonal(1, 0, 1)));
        Assert.Throws<ArgumentException>(() => RockSalt().Supercell(IntegerMatrix3.Diagonal(10_000, 10_000, 1)));
    }

    private static Structure RockSalt() => Structure.Crystal(
        new Lattice(new(new(5.64, 0, 0), new(0, 5.64, 0), new(0, 0, 5.64))),
        [Sodium, Sodium, Sodium, Sodium, Chlorine, Chlorine, Chlorine, Chlorine],
        [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0), new(0.5, 0, 0), new(0, 0.5, 0), new(0, 0, 0.5), new(0.5, 0.5, 0.5)]);

    private static double[] Distances(NeighbourList list, int atom) => list.Distance[list.Start[atom]..list.Start[atom + 1]];

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-7);
    }
}
