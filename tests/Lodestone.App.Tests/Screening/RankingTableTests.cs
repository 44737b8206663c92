using System.Collections.Immutable;
using Lodestone.App.Screening;
using Lodestone.App.Tests.Output;
using Lodestone.Learning;

namespace Lodestone.App.Tests.Screening;

public sealed class RankingTableTests
{
    private static readonly ImmutableArray<Quantity> Quantities =
    [
        new(Quantity.Magnetization), new(Quantity.MagnetizationInTesla), new(Quantity.AboveHull), new(Quantity.FormationEnergy), new(Quantity.NetMoment),
        new(Quantity.PropagationVector),
    ];

    [Fact]
    public void Eighty_columns_hold_whole_names_and_numbers_and_what_has_no_room_is_named()
    {
        string[] lines = Write(80);

        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
        Assert.Single(lines, line => line.Contains("│Fe2O3 ") && line.Contains("│0.2250"));
        Assert.Single(lines, line => line.Contains("│Fe2O3-hematite") && line.Contains("│0.2101…0.2400") && line.Contains("│-1.994…-1.839"));
        Assert.Contains("Left out for want of width: magnetization, T. ranking.csv has every column.", lines);
        Assert.DoesNotContain("Left out", string.Concat(Write(100)));
    }

    [Fact]
    public void The_narrowest_terminal_keeps_what_is_ranked_by()
    {
        string[] lines = Write(40);

        Assert.Contains(lines, line => line.Contains("│0.2101…0.2400"));
        Assert.Contains("Left out for want of width: magnetization, T;", string.Join(' ', lines.Select(line => line.Trim())));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    [InlineData(null)]
    public void The_probability_of_a_net_moment_is_explained(int? width) => Assert.Contains(
        "P(net moment) speaks for a net moment from 0.15 on", string.Concat(Write(width)));

    private static string[] Write(int? width)
    {
        using var capture = new Capture(seen: width is not null, width);
        var row = new PredictedRow("Fe2O3-hematite", "Fe2O3", "test", null, [
            Number(0.225, 0.2101, 0.24), Number(2.622, 2.448, 2.796), Number(0.029, 0, 0.088), Number(-1.917, -1.994, -1.839), Number(0.41), Number(0.55)]);
        NamedModel model = FixedModel.Named("order", 0.15, [Quantity.NetMoment], _ => null);
        RankingTable.Write(
            capture.Terminal, new ScreenResult(Quantities, new Goal(0, Maximize: true), [row], [], 0, MagneticOrderAdvice.Of(Quantities, [model])), rows: 20);
        return capture.Results;
    }

    private static Estimate? Number(double mean, double? low = null, double? high = null) =>
        new Estimate(mean, 0, 0, low is null ? null : new Interval(low.Value, high!.Value));
}
