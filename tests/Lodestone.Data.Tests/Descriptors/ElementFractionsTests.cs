using Lodestone.Data.Descriptors;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Descriptors;

public sealed class ElementFractionsTests
{
    [Fact]
    public void Amounts_are_divided_by_the_number_of_atoms()
    {
        Dictionary<string, double> fractions = ElementFractions.AllElements.Describe("K2(Fe0.5Ni0.5)SO4");
        Assert.Equal(118, fractions.Count);
        Assert.Equal(0.25, fractions["fraction_K"]);
        Assert.Equal(0.0625, fractions["fraction_Fe"]);
        Assert.Equal(0.5, fractions["fraction_O"]);
        Assert.Equal(0, fractions["fraction_Og"]);
        Assert.Equal(1, fractions.Values.Sum(), 14);
    }

    [Fact]
    public void The_eighty_six_are_those_of_the_paper()
    {
        IReadOnlyList<Descriptor> descriptors = ElementFractions.EightySix.Descriptors;
        Assert.Equal(86, descriptors.Count);
        Assert.Equal("fraction_H", descriptors[0].Name);
        Assert.Equal("fraction_Li", descriptors[1].Name);
        Assert.Equal("fraction_Pu", descriptors[85].Name);
        Assert.Equal(1, ElementFractions.EightySix.Describe("Pu")["fraction_Pu"]);
    }

    [Theory]
    [InlineData("HeNe", "He is none of the 86")]
    [InlineData("AmO2", "Am is none of the 86")]
    public void An_element_outside_is_named(string formula, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => ElementFractions.EightySix.Describe(formula)).Message);
}
