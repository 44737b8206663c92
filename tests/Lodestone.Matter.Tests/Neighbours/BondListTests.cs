using CsCheck;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Neighbours;

namespace Lodestone.Matter.Tests.Neighbours;

public sealed class BondListTests
{
    [Theory]
    [InlineData("cube", 6, 4 * Math.PI / 6)]
    [InlineData("fcc", 12, 4 * Math.PI / 12)]
    public void Equal_facets_share_the_sphere_and_degenerate_ones_have_no_part(string kind, int facets, double angle)
    {
        NeighbourList neighbours = Neighbours(kind);
        double[] angles = VoronoiCell.SolidAngles(neighbours.Vector, 6);

        Assert.Equal(facets, angles.Count(a => a > 1e-6));
        Assert.All(angles.Where(a => a > 1e-6), a => Assert.Equal(angle, a, 1e-9));
    }

    [Fact]
    public void A_body_centred_cell_has_eight_hexagons_and_six_squares()
    {
        double[] angles = VoronoiCell.SolidAngles(Neighbours("bcc").Vector, 6);
        // A square of half-edge s at the distance h is seen under 4·asin(s²/(s² + h²)); here h = 1 and s = 1/√8.
        double square = 4 * Math.Asin(1.0 / 9);

        Assert.Equal(8, angles.Count(a => a > square + 1e-6));
        Assert.Equal(6, angles.Count(a => Math.Abs(a - square) < 1e-9));
        Assert.Equal(4 * Math.PI, angles.Sum(), 1e-9);
    }

    [Fact]
    public void The_facets_of_any_crystal_cover_the_sphere() => Gen.Select(Generators.Crystal, Gen.Double[3, 4]).Sample((crystal, size) =>
    {
        const double reach = 2 * 4; // any point is nearer to a lattice point than the longest edge of a reduced cell
        Matrix3D rows = crystal.Lattice!.NiggliReduced().Reduced.Vectors;
        double scale = size / Math.Max(rows.A.Length, Math.Max(rows.B.Length, rows.C.Length));
        var cell = new Matrix3D(scale * rows.A, scale * rows.B, scale * rows.C);
        NeighbourList neighbours = NeighbourList.Within([.. crystal.Sites.Select(site => site.Fractional * cell)], cell, reach);
        if (neighbours.Distance.Min() < 0.05) return; // atoms on one place have no cells
        double[] angles = [.. Enumerable.Range(0, neighbours.AtomCount).SelectMany(atom =>
            VoronoiCell.SolidAngles(neighbours.Vector.AsSpan(neighbours.Start[atom]..neighbours.Start[atom + 1]), reach))];
        Assert.Equal(4 * Math.PI * neighbours.AtomCount, angles.Sum(), 1e-5);
    }, iter: 30);

    [Fact]
    public void Salt_is_bonded_between_unlike_neighbours_only()
    {
        Structure salt = Structure.Crystal(Lattice.FromParameters(5.64, 5.64, 5.64, 90, 90, 90),
            [.. Enumerable.Repeat(Element.Parse("Na"), 4), .. Enumerable.Repeat(Element.Parse("Cl"), 4)],
            [new(0, 0, 0), new(0, .5, .5), new(.5, 0, .5), new(.5, .5, 0), new(.5, .5, .5), new(.5, 0, 0), new(0, .5, 0), new(0, 0, .5)]);
        NeighbourList neighbours = NeighbourList.Within(salt, 6);

        var bonds = BondList.Find(neighbours, 6, [.. salt.Sites.Select(site => site.Element.CovalentRadius!.Value)], 0.5);

        Assert.Equal(8 * 6, bonds.Length);
        Assert.All(bonds, edge => Assert.Equal(2.82, neighbours.Distance[edge], 1e-9));
    }

    [Fact]
    public void Facets_that_a_small_distortion_opens_are_no_bonds()
    {
        // In face-centred cubic packing four facets meet at a point towards each second neighbour.
        Element gold = Element.Parse("Au");
        Structure packing = Structure.Crystal(Lattice.FromParameters(4, 4, 4, 90, 90, 90), [gold, gold, gold, gold],
            [new(1e-3, 0, 2e-3), new(0, .501, .5), new(.5, 1e-3, .499), new(.498, .5, 0)]);
        NeighbourList neighbours = NeighbourList.Within(packing, 6);

        var bonds = BondList.Find(neighbours, 6, [10, 10, 10, 10], 0.5);

        Assert.Contains(neighbours.Start.Zip(neighbours.Start.Skip(1)), range =>
            VoronoiCell.SolidAngles(neighbours.Vector.AsSpan(range.First..range.Second), 6).Count(angle => angle > 1e-9) > 12);
        Assert.Equal(4 * 12, bonds.Length);
    }

    private static NeighbourList Neighbours(string kind)
    {
        Matrix3D rows = kind switch
        {
            "cube" => new(new(2, 0, 0), new(0, 2, 0), new(0, 0, 2)),
            "fcc" => new(new(0, 2, 2), new(2, 0, 2), new(2, 2, 0)),
            _ => new(new(-1, 1, 1), new(1, -1, 1), new(1, 1, -1)),
        };
        return NeighbourList.Within([Vector3D.Zero], rows, 6);
    }
}
