using System.Globalization;
using CsCheck;

namespace Lodestone.Data.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("2.36", 2.36)]
    [InlineData(" -1e-3 ", -1e-3)]
    [InlineData("2.", 2)]
    [InlineData(".5", 0.5)]
    [InlineData("true", 1)]
    [InlineData("False", 0)]
    [InlineData("−1.5", -1.5)]
    [InlineData("2.36(5)", 2.36)]
    [InlineData("-2.360(15)", -2.36)]
    [InlineData("12.3(1.2)", 12.3)]
    [InlineData("2.36(5)e-3", 2.36e-3)]
    [InlineData("2.36 ± 0.05", 2.36)]
    [InlineData("2.36+/-0.05", 2.36)]
    [InlineData("2.36\u2009±\u20090.05", 2.36)]
    [InlineData("\u00A02.36\u2009", 2.36)]
    public void Numbers_are_read(string text, double expected)
    {
        Assert.True(NumberText.TryRead(text, out double value, out string? reason));
        Assert.Equal(expected, value);
        Assert.Null(reason);
    }

    [Theory]
    [InlineData("2.36 eV", "'eV'")]
    [InlineData("2.36eV", "'eV'")]
    [InlineData("1.2(3) µB/Å³", "'µB/Å³'")]
    [InlineData("5 %", "'%'")]
    [InlineData("1,234", "comma")]
    [InlineData("2,36", "comma")]
    [InlineData("1.234,56", "comma")]
    [InlineData("12 345", "spaces")]
    [InlineData("12\u2009345.5", "spaces")]
    [InlineData("metal", "no number")]
    [InlineData("Infinity", "not finite")]
    [InlineData("1e999", "not finite")]
    [InlineData("2.36()", "no number")]
    [InlineData("(5)", "no number")]
    [InlineData("± 2", "no number")]
    [InlineData("1/2", "'/2'")]
    public void What_is_no_number_says_why(string text, string reason)
    {
        Assert.False(NumberText.TryRead(text, out double value, out string? given));
        Assert.Equal(0, value);
        Assert.Contains(reason, given);
        Assert.False(NumberText.IsMissing(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("NA")]
    [InlineData("N/A")]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("–")]
    public void Words_for_nothing_are_missing(string text)
    {
        Assert.True(NumberText.IsMissing(text));
        Assert.False(NumberText.TryRead(text, out _, out string? reason));
        Assert.Null(reason);
    }

    [Fact]
    public void Every_finite_number_comes_back() => Gen.Double.Where(double.IsFinite).Sample(number =>
        Assert.True(NumberText.TryRead(number.ToString("R", CultureInfo.InvariantCulture), out double value, out _) && value.Equals(number)));

    [Fact]
    public void Any_text_is_a_number_or_missing_or_has_a_reason() => Gen.String.Sample(text =>
        Assert.Equal(1, new[] { NumberText.TryRead(text, out _, out string? reason), NumberText.IsMissing(text), reason is not null }.Count(one => one)));
}
