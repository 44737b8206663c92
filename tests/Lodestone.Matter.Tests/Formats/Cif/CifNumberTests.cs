using System.Globalization;
using CsCheck;
using Lodestone.Matter.Formats.Cif;

namespace Lodestone.Matter.Tests.Formats.Cif;

public sealed class CifNumberTests
{
    private static bool Read(string text, out double number) => CifDocument.Parse($"data_x _a '{text}'").Blocks[0].Column("_a")[0].TryReadNumber(out number);

    [Theory]
    [InlineData("5.431", 5.431)]
    [InlineData("5.431(2)", 5.431)]
    [InlineData("90", 90)]
    [InlineData("90.", 90)]
    [InlineData(".25", 0.25)]
    [InlineData("-.25(13)", -0.25)]
    [InlineData("+1.5", 1.5)]
    [InlineData("1.2E-3(2)", 0.0012)]
    [InlineData("1e5", 1e5)]
    [InlineData("0.12345678901234567890", 0.12345678901234567890)]
    [InlineData("1.0(0.1)", 1)]
    public void Numbers(string text, double expected)
    {
        Assert.True(Read(text, out double number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1/3")]
    [InlineData("5.4 3")]
    [InlineData("(3)")]
    [InlineData("0x10")]
    [InlineData("12..5")]
    public void What_is_no_number(string text) => Assert.False(Read(text, out _));

    [Fact]
    public void Every_double_comes_back_bit_for_bit() =>
        Gen.Double.Where(double.IsFinite).Sample(value => Read(value.ToString("R", CultureInfo.InvariantCulture), out double number) && number == value);

    [Fact]
    public void Decimals_are_rounded_as_the_framework_rounds_them() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 12]).Sample((digits, decimals) =>
        {
            string text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0').Insert(Math.Max(1, digits.ToString(CultureInfo.InvariantCulture).Length - decimals), ".");
            return Read(text, out double number) && number == double.Parse(text, CultureInfo.InvariantCulture);
        });
}
