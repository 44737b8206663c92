using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Compositions;

namespace Lodestone.Models.Tests.Compositions;

public sealed class ElementFractionEncoderTests
{
    [Fact]
    public void Fractions_are_at_the_places_of_their_elements()
    {
        ElementFractionEncoder encoder = FractionElements.Encoder(all: false);

        FractionBatch batch = encoder.Join([encoder.Encode(Of("Fe4O6")), encoder.Encode(Of("Pu"))]);

        Assert.Equal(2, batch.Materials);
        Assert.Equal([(6, 0.6f), (22, 0.4f), (86 + 85, 1f)], batch.Values.Index().Where(pair => pair.Item != 0));
    }

    [Fact]
    public void An_element_without_a_place_is_refused_unless_all_have_one()
    {
        Assert.Contains("all_elements", Assert.Throws<EncodingException>(() => FractionElements.Encoder(all: false).Encode(Of("XeAm"))).Message);
        Assert.Equal(118, FractionElements.Encoder(all: true).Encode(Of("Og")).Values.Length);
    }

    private static Material Of(string formula) => new("", Composition.Parse(formula), null);
}
