using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Descriptors.Elemental;

public sealed class MagneticDescriptorsTests
{
    [Theory]
    [InlineData("Fe2O3", "magnetic_elements", 1)]
    [InlineData("Fe2O3", "magnetic_fraction_3d", 0.4)]
    [InlineData("Fe2O3", "magnetic_unfilled_d", 1.6)]
    [InlineData("Fe2O3", "magnetic_spin_uB", 1.6)]
    [InlineData("Fe2O3", "magnetic_spin_uB_A3", 1.6 / (0.4 * 11.78 + 0.6 * 17.36))]
    [InlineData("Fe2O3", "magnetic_contrast_electronegativity", -1.61)]
    [InlineData("Fe2O3", "magnetic_std_electronegativity", 0)]
    [InlineData("FeCo", "magnetic_mean_atomic_number", 26.5)]
    [InlineData("FeCo3", "magnetic_std_atomic_number", 0.4330127)]
    [InlineData("FeCo", "magnetic_contrast_atomic_number", double.NaN)]
    [InlineData("NdFe11B", "magnetic_fraction_4f", 1 / 13.0)]
    [InlineData("NdFe11B", "magnetic_fraction", 12 / 13.0)]
    [InlineData("UO2", "magnetic_fraction_5f", 1 / 3.0)]
    [InlineData("NaCl", "magnetic_elements", 0)]
    [InlineData("NaCl", "magnetic_spin_uB", 0)]
    [InlineData("NaCl", "magnetic_mean_atomic_number", double.NaN)]
    public void Hand_computed(string formula, string name, double expected) =>
        Assert.Equal(expected, MagneticDescriptors.Instance.Describe(formula)[name], 6);

    [Theory]
    [InlineData("V", true)]
    [InlineData("Cu", true)]
    [InlineData("Zn", false)]
    [InlineData("La", false)]
    [InlineData("Lu", false)]
    [InlineData("Th", false)]
    [InlineData("Am", false)]
    public void Magnetic_elements(string symbol, bool expected) => Assert.Equal(expected, MagneticElements.Contains(Element.Parse(symbol)));
}
