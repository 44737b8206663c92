using System.Collections.Immutable;
using CsCheck;
using Lodestone.App.Screening;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.App.Tests.Screening;

public sealed class ConditionTests
{
    private static readonly Quantity[] Quantities = [new("magnetization_uB_A3"), new("e_above_hull_eV_atom")];

    private static readonly ImmutableArray<Estimate?> Row =
        [new Estimate(0.15, 0.03, 0.04, new Interval(0.10, 0.20)), new Estimate(0.02, 0.01, 0, null)];

    [Theory]
    [InlineData("magnetization_uB_A3 > 0.1", true)]
    [InlineData("magnetization_uB_A3>0.15", false)]
    [InlineData("  magnetization_uB_A3>=0.15  ", true)]
    [InlineData("magnetization_uB_A3 == 0.15", true)]
    [InlineData("magnetization_uB_A3 == 1.5e-1", true)]
    [InlineData("magnetization_uB_A3_lo > 0.1", false)]
    [InlineData("magnetization_uB_A3_lo >= 0.1", true)]
    [InlineData("magnetization_uB_A3_hi < .3", true)]
    [InlineData("magnetization_uB_A3_std <= 0.05", true)]
    [InlineData("magnetization_uB_A3_std < 0.0499", false)]
    [InlineData("e_above_hull_eV_atom < 0.05", true)]
    [InlineData("e_above_hull_eV_atom > -1", true)]
    public void Compares_a_column_with_a_number(string text, bool holds) =>
        Assert.Equal(holds, Condition.Parse(text, Quantities).Holds(Row));

    [Fact]
    public void A_missing_interval_fulfils_nothing()
    {
        Assert.False(Condition.Parse("e_above_hull_eV_atom_hi < 1", Quantities).Holds(Row));
        Assert.False(Condition.Parse("e_above_hull_eV_atom_hi > -1", Quantities).Holds(Row));
    }

    [Fact]
    public void A_missing_estimate_fulfils_nothing()
    {
        Assert.False(Condition.Parse("e_above_hull_eV_atom < 1", Quantities).Holds([Row[0], null]));
        Assert.False(Condition.Parse("e_above_hull_eV_atom >= -1", Quantities).Holds([Row[0], null]));
    }

    [Theory]
    [InlineData("kind=FM > 0.5")]
    [InlineData("E, eV <= 1")]
    public void Names_may_hold_anything(string text) =>
        Assert.True(Condition.Parse(text, [new("kind=FM"), new("E"), new("E, eV")]).Holds([new Estimate(0.7, 0, 0, null), null, new Estimate(1, 0, 0, null)]));

    [Theory]
    [InlineData("")]
    [InlineData("magnetization_uB_A3")]
    [InlineData("magnetization_uB_A3 <")]
    [InlineData("magnetization_uB_A3 = 1")]
    [InlineData("magnetization_uB_A3 => 1")]
    [InlineData("magnetization_uB_A3 < one")]
    [InlineData("magnetization_uB_A3 < 1 and e_above_hull_eV_atom < 1")]
    [InlineData("0.1 < magnetization_uB_A3")]
    [InlineData("magnetization_uB_A3 < 0,5")]
    [InlineData("magnetization_uB_A3 < NaN")]
    public void Refuses_what_is_no_condition(string text)
    {
        var error = Assert.Throws<InputException>(() => Condition.Parse(text, Quantities));
        Assert.Contains($"\"{text}\"", error.Message);
        Assert.Contains("<=", error.Message);
    }

    [Fact]
    public void Names_the_known_columns_when_one_is_unknown()
    {
        var error = Assert.Throws<InputException>(() => Condition.Parse("band_gap_eV > 1", Quantities));
        Assert.Contains("'band_gap_eV'", error.Message);
        Assert.Contains("magnetization_uB_A3, e_above_hull_eV_atom", error.Message);
    }

    [Fact]
    public void Agrees_with_the_comparison_of_numbers() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-10, 10], Gen.OneOf(Gen.Const("<"), Gen.Const("<="), Gen.Const(">"), Gen.Const(">="), Gen.Const("=="))).Sample((value, bound, name) =>
        {
            ImmutableArray<Estimate?> row = [new Estimate(value, 0, 0, null)];
            FormattableString text = $"magnetization_uB_A3 {name} {bound:R}";
            bool expected = name switch { "<" => value < bound, "<=" => value <= bound, ">" => value > bound, ">=" => value >= bound, _ => value == bound };
            return Condition.Parse(FormattableString.Invariant(text), Quantities).Holds(row) == expected;
        });
}
