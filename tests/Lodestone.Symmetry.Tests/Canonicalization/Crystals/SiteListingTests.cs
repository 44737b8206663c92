using Lodestone.Matter.Geometry;
using Lodestone.Symmetry.Canonicalization.Crystals;

namespace Lodestone.Symmetry.Tests.Canonicalization.Crystals;

public sealed class SiteListingTests
{
    private static readonly Vector3D[] Sites = [default, new(0.5, 0, 0.25), new(0.1, 0.2, 0.3)];

    [Fact]
    public void The_order_of_the_sites_makes_no_difference() =>
        Assert.Equal(0, SiteListing.From([3, 8, 8], Sites, 0).CompareTo(SiteListing.From([8, 8, 3], [Sites[2], Sites[1], Sites[0]], 2)));

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1e-9)]
    [InlineData(1 - 1e-9)]
    public void A_coordinate_next_to_a_whole_number_is_zero(double nearly) =>
        Assert.Equal(0, SiteListing.From([3, 8, 8], Sites, 0).CompareTo(SiteListing.From([3, 8, 8], [default, new(0.5, nearly, 0.25), Sites[2]], 0)));

    [Fact]
    public void Different_sites_are_told_apart() =>
        Assert.NotEqual(0, SiteListing.From([3, 8, 8], Sites, 0).CompareTo(SiteListing.From([3, 8, 8], Sites, 1)));
}
