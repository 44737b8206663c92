using System.Collections.Immutable;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Learning.Tests.Uncertainty;

public sealed class SiteEstimatesTests
{
    private static readonly Target Moments = new("site_moments_uB") { Level = TargetLevel.Site, Head = "moment" };

    [Fact]
    public void A_member_that_learned_the_other_side_is_turned()
    {
        Prediction prediction = SiteEstimates.Combine([Moments], [null], [Says(2, -3, 0), Says(-2.2, 2.8, 0.1)]);

        Assert.Equal([2.1, -2.9, -0.05], prediction.Sites.Select(site => site[0].Mean), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.1, prediction.Sites[0][0].Epistemic, 1e-12);
    }

    [Fact]
    public void Other_targets_keep_their_signs()
    {
        Prediction prediction = SiteEstimates.Combine([Moments with { Head = "l1" }], [null], [Says(2, -3), Says(-2, 3)]);

        Assert.All(prediction.Sites, site => Assert.Equal(0, site[0].Mean));
    }

    private static ImmutableArray<Estimate>[] Says(params double[] means) => [.. means.Select(mean => ImmutableArray.Create(new Estimate(mean, 0, 0, null)))];
}
