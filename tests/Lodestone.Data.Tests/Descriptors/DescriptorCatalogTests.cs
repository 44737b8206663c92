using Lodestone.Data.Descriptors;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Descriptors;

public sealed class DescriptorCatalogTests
{
    public static TheoryData<string> Names => [.. DescriptorCatalog.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_descriptor_says_what_it_is(string name)
    {
        DescriptorSet set = DescriptorCatalog.Get(name);
        Assert.Equal(name, set.Name);
        Assert.Equal(set.Descriptors.Count, set.Descriptors.Select(descriptor => descriptor.Name).Distinct().Count());
        Assert.All(set.Descriptors, descriptor =>
        {
            Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", descriptor.Name);
            Assert.EndsWith(".", descriptor.Meaning);
            Assert.EndsWith(".", descriptor.Source);
        });
    }

    [Fact]
    public void Sets_are_joined_in_the_order_of_their_names()
    {
        DescriptorSet one = ElementFractions.AllElements;
        var count = new ElementCount();
        DescriptorSet joined = new JoinedDescriptors("a+b", [count, one]);
        double[] values = new double[119];
        joined.Describe(Formulas.Material("Fe2O3"), values);

        Assert.Equal("length", joined.Descriptors[0].Name);
        Assert.Equal(2, values[0]);
        Assert.Equal(0.4, values[26]);
        Assert.Equal(0.6, values[8]);
    }

    [Fact]
    public void A_descriptor_in_two_sets_is_refused() =>
        Assert.Contains("fraction_H", Assert.Throws<InputException>(() => DescriptorCatalog.Get("fractions+fractions86")).Message);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("fractions+")]
    [InlineData("")]
    public void An_unknown_set_is_refused_with_the_names_of_all(string name) =>
        Assert.Contains("fractions86", Assert.Throws<InputException>(() => DescriptorCatalog.Get(name)).Message);

    private sealed class ElementCount : DescriptorSet
    {
        public override string Name => "a";

        public override IReadOnlyList<Descriptor> Descriptors { get; } = [new("length", "", "Elements.", "Here.")];

        public override bool NeedsStructure => false;

        public override void Describe(Material material, Span<double> values) => values[0] = material.Composition.Amounts.Length;
    }
}
