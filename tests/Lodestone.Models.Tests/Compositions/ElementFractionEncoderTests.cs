using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Compositions;

namespace Lodestone.Models.Tests.Compositions;

public sealed class ElementFractionEncoderTests
{
    private const string Published =
        "H Li Be B C N O F Na Mg Al Si P S Cl K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb "
        + "Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Ac Th Pa U Np Pu";

    [Fact]
    public void The_published_elements_are_in_their_order() =>
        Assert.Equal(Published.Split(' '), FractionElements.Published.Select(element => element.Symbol));

    [Fact]
    public void Fractions_are_at_the_places_of_their_elements()
    {
        ElementFractionEncoder encoder = FractionElements.Encoder(all: false);

        ElementFractions batch = encoder.Join([encoder.Encode(Of("Fe4O6")), encoder.Encode(Of("Pu"))]);

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
