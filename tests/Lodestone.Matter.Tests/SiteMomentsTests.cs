using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests;

public sealed class SiteMomentsTests
{
    [Fact]
    public void Collinear_moments_have_signs_along_their_axis() =>
        Assert.Equal([2, -3, 0, 1], SiteMoments.Signed(Chain(new(0, 2, 0), new(0, -3, 0), null, new(0, 1, 0)))!, Close);

    [Fact]
    public void The_first_moment_is_up() => Assert.Equal([1, -3], SiteMoments.Signed(Chain(new(-1, 0, 0), new(3, 0, 0)))!, Close);

    [Fact]
    public void Canting_keeps_sizes_and_signs()
    {
        Vector3D canted = new(Math.Sin(0.3), 0, Math.Cos(0.3)), other = new(Math.Sin(0.3), 0, -Math.Cos(0.3));
        Assert.Equal([2, -2, 2], SiteMoments.Signed(Chain(2 * canted, 2 * other, 2 * canted))!, Close);
    }

    [Fact]
    public void Moments_that_are_not_collinear_have_sizes_but_no_signs()
    {
        double s = Math.Sqrt(0.75);
        Structure triangle = Chain(new(1, 0, 0), new(-0.5, s, 0), new(-0.5, -s, 0));
        Structure right = Chain(new(1, 0, 0), new(0, 1, 0));

        Assert.Null(SiteMoments.Signed(triangle));
        Assert.Null(SiteMoments.Signed(right));
        Assert.Equal([1, 1, 1], SiteMoments.Sizes(triangle)!, Close);
    }

    [Fact]
    public void Another_order_of_the_sites_changes_no_more_than_the_side()
    {
        Structure chain = Chain(new(0.2, 0, 2), new(-0.1, 0.1, -3), new(0, 0, 1), null);
        double[] moments = SiteMoments.Signed(chain)!, permuted = SiteMoments.Signed(chain.Permuted([3, 1, 0, 2]))!;

        Assert.Equal([-moments[3], -moments[1], -moments[0], -moments[2]], permuted, Close);
    }

    [Fact]
    public void Without_moments_there_is_nothing()
    {
        Assert.Null(SiteMoments.Sizes(Chain(null, new(0, 0, 1e-4))));
        Assert.Null(SiteMoments.Signed(Chain(null, null)));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static Structure Chain(params Vector3D?[] moments)
    {
        Lattice lattice = Lattice.FromParameters(3, 3, 3 * moments.Length, 90, 90, 90);
        Structure chain = Structure.Crystal(
            lattice, [.. moments.Select(_ => Element.Parse("Mn"))], [.. moments.Select((_, i) => new Vector3D(0, 0, (double)i / moments.Length))]);
        return new Structure(lattice, [.. chain.Sites.Zip(moments, (site, moment) => site with { Moment = moment })]);
    }
}
