using CsCheck;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Descriptors.Elemental;

public sealed class CompositionDescriptorsTests
{
    private static readonly CompositionDescriptors Set = CompositionDescriptors.Instance;

    // χ(Fe) = 1.83, χ(O) = 3.44; Fe 3d6 4s2, O 2s2 2p4.
    [Theory]
    [InlineData("mean_electronegativity", 0.4 * 1.83 + 0.6 * 3.44)]
    [InlineData("mean_deviation_electronegativity", 0.7728)]
    [InlineData("range_electronegativity", 1.61)]
    [InlineData("min_electronegativity", 1.83)]
    [InlineData("max_electronegativity", 3.44)]
    [InlineData("mode_electronegativity", 3.44)]
    [InlineData("mean_atomic_number", 15.2)]
    [InlineData("mode_group", 16)]
    [InlineData("max_mass_u", 55.845)]
    [InlineData("mean_d_unfilled", 1.6)]
    [InlineData("mean_free_atom_moment_uB", 2.8)]
    [InlineData("stoichiometry_norm_0", 2)]
    [InlineData("stoichiometry_norm_2", 0.7211102550927978)]
    [InlineData("stoichiometry_norm_3", 0.6542132620424)]
    [InlineData("s_valence_fraction", 2 / 6.8)]
    [InlineData("p_valence_fraction", 2.4 / 6.8)]
    [InlineData("d_valence_fraction", 2.4 / 6.8)]
    [InlineData("f_valence_fraction", 0)]
    [InlineData("max_ionic_character", 0.47692216)]
    [InlineData("mean_ionic_character", 0.48 * 0.47692216)]
    [InlineData("can_be_neutral", 1)]
    public void Iron_oxide(string name, double expected) => Assert.Equal(expected, Set.Describe("Fe2O3")[name], 6);

    // Three elements of equal amount: the mode is the smallest value. χ: Na 0.93, Cl 3.16, Br 2.96.
    [Theory]
    [InlineData("NaClBr", "mode_electronegativity", 0.93)]
    [InlineData("NaClBr", "mean_electronegativity", 2.35)]
    [InlineData("NaCl", "max_ionic_character", 0.71154754)]
    [InlineData("Fe", "mean_deviation_melting_point_K", 0)]
    [InlineData("Fe", "mean_melting_point_K", 1811)]
    [InlineData("Fe", "stoichiometry_norm_10", 1)]
    [InlineData("Fe", "max_ionic_character", 0)]
    [InlineData("Fe", "can_be_neutral", 0)]
    [InlineData("Fe3O4", "can_be_neutral", 0)]
    [InlineData("NaCl2", "can_be_neutral", 0)]
    [InlineData("Li0.5Ni0.5O", "can_be_neutral", 1)]
    [InlineData("Nd", "mean_group", 3)]
    [InlineData("Nd", "mean_f_valence", 4)]
    public void Hand_computed(string formula, string name, double expected) => Assert.Equal(expected, Set.Describe(formula)[name], 6);

    [Fact]
    public void What_is_not_known_of_an_element_is_missing()
    {
        Dictionary<string, double> values = Set.Describe("EuO");
        Assert.Equal(double.NaN, values["mean_electronegativity"]);
        Assert.Equal(double.NaN, values["mode_electronegativity"]);
        Assert.Equal(double.NaN, values["mean_ionic_character"]);
        Assert.Equal(35.5, values["mean_atomic_number"]);
    }

    [Fact]
    public void The_size_of_the_formula_changes_nothing() =>
        Gen.Select(Gen.Int[1, 103], Gen.Int[1, 9], (z, n) => KeyValuePair.Create(new Element(z), (double)n)).Array[1, 6].Sample(amounts =>
        {
            var once = new Composition(amounts);
            var fourTimes = new Composition(amounts.Select(pair => KeyValuePair.Create(pair.Key, 4 * pair.Value)).Reverse());
            Dictionary<string, double> a = Set.Describe(new Material("", once, null)), b = Set.Describe(new Material("", fourTimes, null));
            Assert.All(a, pair => Assert.Equal(pair.Value, b[pair.Key], 1e-9 * Math.Max(1, Math.Abs(double.IsNaN(pair.Value) ? 0 : pair.Value))));
        }, iter: 200);

    [Fact]
    public void Every_element_can_be_described() =>
        Assert.All(Element.All, element => Assert.Equal(element.AtomicNumber, Set.Describe(element.Symbol)["mode_atomic_number"]));
}
