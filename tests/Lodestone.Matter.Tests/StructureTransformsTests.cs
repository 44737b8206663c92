using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests;

public sealed class StructureTransformsTests
{
    [Fact]
    public void FractionalAndCartesianCoordinatesStayTheSamePoint() =>
        Gen.Select(Generators.Crystal, Generators.Rotation, Generators.Fractional).Sample((crystal, rotation, shift) =>
        {
            Structure moved = crystal.Rotated(rotation).Translated(shift).Wrapped();
            Assert.All(moved.Sites, site =>
            {
                Assert.True((moved.Lattice!.ToCartesian(site.Fractional) - site.Cartesian).Length < 1e-9);
                Assert.InRange(site.Fractional.X, 0, Math.BitDecrement(1));
            });
            Assert.Equal(crystal.Lattice!.Volume, moved.Lattice!.Volume, 1e-8);
        });

    [Fact]
    public void MomentsTurnAsAxialVectors()
    {
        var site = new Site([new Species(Element.Parse("Fe"))], default, default) { Moment = new(0, 0, 2) };
        var inversion = new Matrix3D(new(-1, 0, 0), new(0, -1, 0), new(0, 0, -1));
        Assert.Equal(new Vector3D(0, 0, 2), new Structure(null, [site]).Rotated(inversion).Sites[0].Moment);
    }

    [Fact]
    public void OnlyPermutationsOrder()
    {
        Structure pair = Structure.Molecule([Element.Parse("C"), Element.Parse("O")], [default, new(1.1, 0, 0)]);
        Assert.Equal("O", pair.Permuted([1, 0]).Sites[0].Element.Symbol);
        Assert.Throws<ArgumentException>(() => pair.Permuted([1, 1]));
    }
}
