using Lodestone.App.Screening;
using Lodestone.Learning;

namespace Lodestone.App.Tests.Screening;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("has_net_moment", "net moment", "probability", "0.14")]
    [InlineData("my-model:has_net_moment", "net moment by my-model", "probability", "0.14")]
    [InlineData("is_metal", "metal", "probability", "0.14")]
    [InlineData("magnetization_uB_A3", "magnetization", "µB/Å³", "0.1425")]
    [InlineData("has_been:magnetization_uB_A3", "magnetization by has_been", "µB/Å³", "0.1425")]
    [InlineData("e_above_hull_eV_atom", "energy above hull", "eV/atom", "0.142")]
    [InlineData("hardness", "hardness", "", "0.1425")]
    public void A_name_tells_title_unit_and_digits(string name, string title, string unit, string text)
    {
        var quantity = new Quantity(name);

        Assert.Equal((title, unit, text), (quantity.Title, quantity.Unit, quantity.Format(0.14249)));
        Assert.Equal(unit == "probability", quantity.IsProbability);
    }

    [Fact]
    public void A_name_with_an_equals_sign_is_a_word_only_where_the_target_is()
    {
        var number = Quantity.Of(new Target("sigma_T=300_K"));
        Assert.Equal((false, null, "K"), (number.IsProbability, number.WordsOf, number.Unit));

        var word = Quantity.Of(new Target("order").OfWords(["a=b"]).Single()).By("my-model");
        Assert.Equal((true, "my-model:order", "a=b"), (word.IsProbability, word.WordsOf, word.Word));
    }
}
