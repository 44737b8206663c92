using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.App.Tests.Screening;

public sealed class MagneticOrderAdviceTests
{
    private static readonly ImmutableArray<Quantity> Quantities = [new(Quantity.Magnetization), new(Quantity.NetMoment)];

    // Of the training rows, one in five has a net moment: a probability of 0.2 says no more than that, and one of 1/9 says 2 to 1 against it.
    [Theory]
    [InlineData(null, 0.10, 0.20, 0.80)]
    [InlineData(null, 0.02, 0.49, 0.51)]
    [InlineData(null, 0.10, 0.50, null)]
    [InlineData(0.2, 0.10, 1.0 / 9, 2.0 / 3)]
    [InlineData(0.2, 0.10, 0.0, 1.0)]
    [InlineData(0.2, 0.10, 0.20, null)]
    [InlineData(0.2, 0.10, 0.90, null)]
    [InlineData(0.2, 0.0199, 0.10, null)]
    public void A_predicted_magnet_is_marked_where_its_net_moment_is_less_likely_than_among_the_training_rows(
        double? share, double magnetization, double netMoment, double? probability)
    {
        double? said = MagneticOrderAdvice.Of(Quantities, Models(share))!
            .ProbablyAntiferromagnetic(Row(new Estimate(magnetization, 0, 0, null), new Estimate(netMoment, 0, 0, null)));

        Assert.Equal(probability is null, said is null);
        if (probability is not null) Assert.Equal(probability.Value, said!.Value, 1e-12);
    }

    [Fact]
    public void Without_a_net_moment_nothing_is_marked()
    {
        Assert.Null(MagneticOrderAdvice.Of(Quantities, Models(null))!.ProbablyAntiferromagnetic(Row(new Estimate(0.1, 0, 0, null), null)));
        Assert.Null(MagneticOrderAdvice.Of([new(Quantity.Magnetization)], Models(null)));
        Assert.Null(MagneticOrderAdvice.Of([new(Quantity.NetMoment)], Models(null)));
    }

    [Fact]
    public void A_material_that_the_model_of_the_order_refuses_is_ranked_without_its_advice()
    {
        ScreenResult result = Run(new ScreenWishes());

        Assert.Empty(result.Failures);
        Assert.Equal(["MnO", "Fe"], result.Ranking.Select(row => row.Id));
        Assert.Equal(0.9, result.Advice!.ProbablyAntiferromagnetic(result.Ranking[0])!.Value, 1e-12);
        Assert.Equal([0.1, null, null], new double?[] { result.Ranking[0].Estimates[2]?.Mean, result.Ranking[1].Estimates[2]?.Mean, result.Ranking[1].Estimates[3]?.Mean });
        Assert.Empty(result.Ranking[0].Warnings);
        Assert.Equal([$"order: {FixedModel.Refusal}"], result.Ranking[1].Warnings);
    }

    [Fact]
    public void A_condition_on_the_order_leaves_out_what_has_none() =>
        Assert.Equal(["MnO"], Run(new ScreenWishes { Where = ["has_net_moment < 0.5"] }).Ranking.Select(row => row.Id));

    [Theory]
    [InlineData(Quantity.NetMoment)]
    [InlineData(Quantity.PropagationVector)]
    public void Ranked_by_the_order_a_refused_material_fails(string goal)
    {
        ScreenResult result = Run(new ScreenWishes { Maximize = goal });

        Assert.Equal(["MnO"], result.Ranking.Select(row => row.Id));
        Assert.Equal(["Fe"], result.Failures.Select(row => row.Id));
    }

    private static NamedModel[] Models(double? share) =>
    [
        FixedModel.Named("magnets", null, [Quantity.Magnetization], material => [material.Id == "MnO" ? 0.2 : 0.1]),
        FixedModel.Named("order", share, [Quantity.NetMoment, Quantity.PropagationVector], material => material.Id == "MnO" ? [0.1, 0.8] : null),
    ];

    private static ScreenResult Run(ScreenWishes wishes) =>
        new Screen(Models(null), wishes).Run(new[] { "Fe", "MnO" }.Select(Read), _ => { }, TestContext.Current.CancellationToken);

    private static MaterialReading Read(string formula) =>
        new(formula, formula, "test", new Material(formula, Composition.Parse(formula), null), null);

    private static PredictedRow Row(params Estimate?[] estimates) => new("x", "X", "test", null, [.. estimates]);
}
