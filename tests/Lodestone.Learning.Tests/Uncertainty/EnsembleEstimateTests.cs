using CsCheck;
using Lodestone.Learning.Uncertainty;

namespace Lodestone.Learning.Tests.Uncertainty;

public sealed class EnsembleEstimateTests
{
    private static readonly Gen<Estimate[]> Members =
        Gen.Select(Gen.Double[-5, 5], Gen.Double[0, 3], Gen.Double[0, 3]).Select((mean, a, e) => new Estimate(mean, a, e, null)).Array[1, 8];

    [Fact]
    public void The_total_variance_is_that_of_the_mixture() => Members.Sample(members =>
    {
        Estimate combined = EnsembleEstimate.Combine(members);
        double mean = members.Average(m => m.Mean);
        double mixture = members.Average(m => m.Deviation * m.Deviation + m.Mean * m.Mean) - mean * mean;
        Assert.Equal(mean, combined.Mean, 9);
        Assert.Equal(mixture, combined.Deviation * combined.Deviation, 9);
    });

    [Fact]
    public void One_member_speaks_for_itself() => Members.Sample(members =>
    {
        Estimate combined = EnsembleEstimate.Combine(members.AsSpan(0, 1));
        Assert.Equal(members[0].Mean, combined.Mean);
        Assert.Equal(members[0].Epistemic, combined.Epistemic, 12);
    });

    [Fact]
    public void Equal_members_have_no_epistemic_deviation() =>
        Assert.Equal(new Estimate(2, 3, 0, null), EnsembleEstimate.Combine([new(2, 3, 0, null), new(2, 3, 0, null)]));

    [Fact]
    public void Estimates_are_clipped_before_their_interval_is_made()
    {
        var target = new Target("band_gap_eV") { Minimum = 0 };
        Estimate finished = EnsembleEstimate.Finish(new Estimate(-1, 1, 0, null), target, new ConformalCalibration(2, 1, 0.1, 50));
        Assert.Equal(0, finished.Mean);
        Assert.Equal(new Interval(0, 4), finished.Interval);
        Assert.Null(EnsembleEstimate.Finish(new Estimate(-1, 1, 0, null), target, null).Interval);
    }
}
