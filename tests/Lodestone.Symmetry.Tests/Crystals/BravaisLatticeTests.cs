using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;
using Lodestone.Symmetry.Crystals;
using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Layers;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Symmetry.Tests.Crystals;

public sealed class BravaisLatticeTests
{
    // The numbers of independent weights that follow from the generators published with arXiv 2211.15420.
    public static TheoryData<string, int, int> Colours => new()
    {
        { "aP", 8, 16 }, { "mP", 8, 32 }, { "mC", 6, 32 }, { "oP", 8, 64 }, { "oC", 6, 64 }, { "oI", 5, 64 }, { "oF", 5, 64 },
        { "tP", 6, 128 }, { "tI", 4, 128 }, { "hR", 4, 96 }, { "hP", 4, 192 }, { "cP", 4, 384 }, { "cI", 3, 384 }, { "cF", 3, 384 },
    };

    [Theory]
    [MemberData(nameof(Colours))]
    public void Tied_maps_have_the_published_numbers_of_weights(string symbol, int cellsToCells, int order)
    {
        SupercellGroup group = BravaisLattice.Find(symbol)!.Supercell;

        Assert.Equal(order, group.Group.Order);
        Assert.Equal(cellsToCells, new TyingPattern(group.Cells, group.Cells).Colours);
        Assert.Equal(8, new TyingPattern(group.Cells, group.Regular).Colours);
        Assert.Equal(8, new TyingPattern(group.Regular, group.Cells).Colours);
        Assert.Equal(order, new TyingPattern(group.Regular, group.Regular).Colours);
    }

    [Fact]
    public void Without_a_lattice_there_are_the_two_weights_of_deep_sets()
    {
        IReadOnlyList<Permutation> all = PermutationRepresentation.SymmetricGenerators(8);
        var pattern = new TyingPattern(all, all);

        Assert.Equal(2, pattern.Colours);
        Assert.Equal(1, pattern.Outputs.Count);
    }

    // Edges and angles of a conventional cell without any symmetry beyond that of its lattice.
    public static TheoryData<string, double[]> GenericCells => new()
    {
        { "aP", [3, 4.1, 5.3, 81, 97, 104] }, { "mP", [3, 4.1, 5.3, 90, 104, 90] }, { "mC", [3, 4.1, 5.3, 90, 104, 90] },
        { "oP", [3, 4.1, 5.3, 90, 90, 90] }, { "oC", [3, 4.1, 5.3, 90, 90, 90] }, { "oI", [3, 4.1, 5.3, 90, 90, 90] },
        { "oF", [3, 4.1, 5.3, 90, 90, 90] }, { "tP", [3, 3, 5.3, 90, 90, 90] }, { "tI", [3, 3, 5.3, 90, 90, 90] },
        { "hR", [3, 3, 5.3, 90, 90, 120] }, { "hP", [3, 3, 5.3, 90, 90, 120] }, { "cP", [3, 3, 3, 90, 90, 90] },
        { "cI", [3, 3, 3, 90, 90, 90] }, { "cF", [3, 3, 3, 90, 90, 90] },
    };

    [Theory]
    [MemberData(nameof(GenericCells))]
    public void The_point_group_is_all_that_keeps_the_lengths_of_lattice_vectors(string symbol, double[] cell)
    {
        BravaisLattice lattice = BravaisLattice.Find(symbol)!;
        Matrix3D rows = lattice.Primitive * Matter.Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]).Vectors;
        Matrix3D metric = rows * rows.Transposed;

        Assert.Equal(KeepMetric(metric).ToHashSet(), lattice.Rotations.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(GenericCells))]
    public void The_nearest_basis_of_a_lattice_of_the_kind_has_its_point_group(string symbol, double[] cell)
    {
        BravaisLattice kind = BravaisLattice.Find(symbol)!;
        Matrix3D rows = kind.Primitive * Matter.Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]).Vectors;
        var skewed = new IntegerMatrix3(new(1, 2, 0), new(0, 1, 0), new(3, 0, 1));

        IntegerMatrix3 basis = kind.NearestBasis(new Matter.Lattice(skewed.ToMatrix3D() * rows));
        Matrix3D found = basis.ToMatrix3D() * skewed.ToMatrix3D() * rows;

        Assert.Equal(1, basis.Determinant);
        Assert.Equal(KeepMetric(found * found.Transposed).ToHashSet(), kind.Rotations.ToHashSet());
    }

    [Fact]
    public void Inversion_is_no_permutation_of_cells_but_an_element_of_its_own()
    {
        SupercellGroup group = BravaisLattice.Find("aP")!.Supercell;
        int inversion = group.Operations.IndexOf(new SupercellOperation(-RotationPart.Identity, 0));

        Assert.NotEqual(0, inversion);
        Assert.Equal(Permutation.Identity(8), group.Cells.Permutation(inversion));
        Assert.Equal(0, group.Regular.Permutation(inversion).FixedPoints);
    }

    [Fact]
    public void Cells_form_one_orbit_and_their_stabilizer_is_the_point_group()
    {
        foreach (BravaisLattice lattice in BravaisLattice.All)
        {
            Assert.Equal(1, lattice.Supercell.Cells.Orbits().Count);
            Subgroup stabilizer = lattice.Supercell.Cells.Stabilizer(0);
            Assert.Equal(lattice.Rotations.Length, stabilizer.Order);
            Assert.Equal(8, stabilizer.Index);
        }
    }

    // Entries beyond 1 do not occur in the reduced bases here.
    private static IEnumerable<RotationPart> KeepMetric(Matrix3D metric)
    {
        int[] digits = new int[9];
        for (int code = 0; code < 19683; code++)
        {
            for (int i = 0, rest = code; i < 9; i++, rest /= 3) digits[i] = rest % 3 - 1;
            var r = new RotationPart(digits[0], digits[1], digits[2], digits[3], digits[4], digits[5], digits[6], digits[7], digits[8]);
            if (Math.Abs(r.Determinant) != 1) continue;
            var m = new Matrix3D(new(r.XX, r.XY, r.XZ), new(r.YX, r.YY, r.YZ), new(r.ZX, r.ZY, r.ZZ));
            Matrix3D moved = m.Transposed * metric * m;
            if (Enumerable.Range(0, 9).All(i => Math.Abs(moved[i / 3][i % 3] - metric[i / 3][i % 3]) < 1e-9)) yield return r;
        }
    }
}
