using System.Text.RegularExpressions;

namespace Lodestone.Matter.Tests.Elements;

public sealed partial class ElementTests
{
    // A lighter element follows a heavier one; from Np on these are mass numbers of the longest-lived isotopes.
    private static readonly string[] MassInversions = ["K", "Ni", "I", "Pa", "Np", "Am", "Hs"];

    [Fact]
    public void Symbols_read_back()
    {
        Assert.Equal(118, Element.All.Count());
        foreach (Element element in Element.All) Assert.Equal(element, Element.Parse(element.Symbol));
        Assert.False(Element.TryParse("fe", out _));
        Assert.False(Element.TryParse(null, out _));
        Assert.Throws<FormatException>(() => Element.Parse("Xx"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Element(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Element(119));
    }

    [Fact]
    public void Masses_increase_but_for_the_known_inversions()
    {
        string[] inverted = [.. Element.All.Skip(1)
            .Where(element => element.Mass < new Element(element.AtomicNumber - 1).Mass)
            .Select(element => element.Symbol)];
        Assert.Equal(MassInversions, inverted);
    }

    [Fact]
    public void Electrons_of_core_and_configuration_add_up_to_the_atomic_number()
    {
        var cores = new Dictionary<string, int> { ["He"] = 2, ["Ne"] = 10, ["Ar"] = 18, ["Kr"] = 36, ["Xe"] = 54, ["Rn"] = 86 };
        foreach (Element element in Element.All.Where(element => element.Configuration is not null))
        {
            Match core = Core().Match(element.Configuration!);
            int inner = core.Success ? cores[core.Groups[1].Value] : 0;
            Assert.Equal(element.AtomicNumber, inner + element.Valence!.Value.Total);
            Assert.True(element.Unfilled!.Value is { S: >= 0, P: >= 0, D: >= 0, F: >= 0 });
        }

        Assert.Equal(108, Element.All.Count(element => element.Configuration is not null));
    }

    [Fact]
    public void Spins_and_electrons_have_the_same_parity()
    {
        foreach (Element element in Element.All.Where(element => element.FreeAtomMoment is not null))
            Assert.Equal(element.AtomicNumber % 2, element.FreeAtomMoment!.Value % 2);
    }

    [Theory]
    [InlineData("H", 1, 1, Block.S)]
    [InlineData("He", 18, 1, Block.S)]
    [InlineData("Al", 13, 3, Block.P)]
    [InlineData("Ca", 2, 4, Block.S)]
    [InlineData("Sc", 3, 4, Block.D)]
    [InlineData("Fe", 8, 4, Block.D)]
    [InlineData("Zn", 12, 4, Block.D)]
    [InlineData("Ga", 13, 4, Block.P)]
    [InlineData("Ba", 2, 6, Block.S)]
    [InlineData("La", null, 6, Block.F)]
    [InlineData("Yb", null, 6, Block.F)]
    [InlineData("Lu", 3, 6, Block.D)]
    [InlineData("Pt", 10, 6, Block.D)]
    [InlineData("U", null, 7, Block.F)]
    [InlineData("Lr", 3, 7, Block.D)]
    [InlineData("Og", 18, 7, Block.P)]
    public void Elements_stand_where_they_should(string symbol, int? group, int period, Block block)
    {
        Element element = Element.Parse(symbol);
        Assert.Equal((group, period, block), (element.Group, element.Period, element.Block));
    }

    [Theory]
    [InlineData("Cr", "[Ar] 3d5 4s1", 6)]
    [InlineData("Cu", "[Ar] 3d10 4s1", 1)]
    [InlineData("Pd", "[Kr] 4d10", 0)]
    [InlineData("Fe", "[Ar] 3d6 4s2", 4)]
    [InlineData("Gd", "[Xe] 4f7 5d1 6s2", 8)]
    [InlineData("Pb", "[Xe] 4f14 5d10 6s2 6p2", 2)]
    [InlineData("Lr", "[Rn] 5f14 7s2 7p1", 1)]
    public void Free_atoms_have_their_ground_states(string symbol, string configuration, int moment)
    {
        Assert.Equal(configuration, Element.Parse(symbol).Configuration);
        Assert.Equal(moment, Element.Parse(symbol).FreeAtomMoment);
    }

    [Fact]
    public void Hund_moments_need_no_more_electrons_than_are_unpaired_at_most()
    {
        foreach (Element element in Element.All.Where(element => element.FreeAtomMoment is not null))
        {
            ShellCounts filled = element.Valence!.Value, empty = element.Unfilled!.Value;
            int most = Math.Min(filled.S, empty.S) + Math.Min(filled.P, empty.P) + Math.Min(filled.D, empty.D) + Math.Min(filled.F, empty.F);
            Assert.InRange(element.FreeAtomMoment!.Value, 0, most);
        }
    }

    [Fact]
    public void Volume_times_density_is_mass_where_the_element_is_no_gas()
    {
        const double gramsPerCubicAngstrom = 0.602214076;
        string[] checkedOnes = [.. Element.All.Where(element => element.Density > 0.1 && element.AtomicVolume is not null)
            .Select(element => element.Symbol)];
        foreach (Element element in checkedOnes.Select(Element.Parse))
            Assert.Equal(1, element.AtomicVolume!.Value * element.Density!.Value * gramsPerCubicAngstrom / element.Mass, 1e-3);
        Assert.InRange(checkedOnes.Length, 80, 100);
    }

    [Fact]
    public void Mendeleev_numbers_are_a_numbering() =>
        Assert.Equal(Enumerable.Range(1, 103), Element.All.Select(element => element.MendeleevNumber).OfType<int>().Order());

    [Fact]
    public void Elements_melt_before_they_boil()
    {
        foreach (Element element in Element.All.Where(e => e.Symbol is not ("C" or "As") && e.MeltingPoint is not null))
            Assert.False(element.BoilingPoint < element.MeltingPoint, element.Symbol);
    }

    [Fact]
    public void Ionic_radii_shrink_with_charge_and_grow_with_coordination()
    {
        foreach (Element element in Element.All)
            foreach (IonicRadius a in element.IonicRadii)
                foreach (IonicRadius b in element.IonicRadii)
                {
                    if ((a.Geometry, a.Spin) != (b.Geometry, b.Spin) || element.Symbol == "Sb") continue;    // Shannon's Sb3+ goes the other way
                    if (a.Coordination == b.Coordination && a.Charge < b.Charge) Assert.True(a.Radius > b.Radius, $"{element}: {a} {b}");
                    if (a.Charge == b.Charge && a.Coordination < b.Coordination) Assert.True(a.Radius <= b.Radius, $"{element}: {a} {b}");
                }
    }

    [Theory]
    [InlineData("O", -2, 6, SpinState.Unspecified, 1.40)]
    [InlineData("Fe", 2, 6, SpinState.Unspecified, 0.78)]
    [InlineData("Fe", 3, 6, SpinState.High, 0.645)]
    [InlineData("Fe", 3, 6, SpinState.Low, 0.55)]
    [InlineData("Ti", 4, 6, SpinState.Unspecified, 0.605)]
    [InlineData("Ba", 2, 12, SpinState.Unspecified, 1.61)]
    [InlineData("La", 3, 12, SpinState.Unspecified, 1.36)]
    [InlineData("Cu", 2, 4, SpinState.Unspecified, 0.57)]
    public void Ionic_radii_are_Shannons(string symbol, int charge, int coordination, SpinState spin, double radius) =>
        Assert.Equal(radius, Element.Parse(symbol).IonicRadiusOf(charge, coordination, spin));

    [Fact]
    public void What_is_unknown_is_null()
    {
        Assert.Null(Element.Parse("He").MeltingPoint);
        Assert.Null(Element.Parse("He").Electronegativity);
        Assert.Null(Element.Parse("Cr").SaturationMoment);
        Assert.Null(Element.Parse("Og").Valence);
        Assert.Null(Element.Parse("Og").FreeAtomMoment);
        Assert.Null(Element.Parse("Fe").IonicRadiusOf(5));
        Assert.Empty(Element.Parse("Og").IonicRadii);
    }

    [GeneratedRegex(@"^\[(\w+)\]")]
    private static partial Regex Core();
}
