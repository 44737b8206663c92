using Lodestone.Data.Descriptors.Elemental;

namespace Lodestone.Data.Tests.Descriptors.Elemental;

public sealed class MagnetDescriptorsTests
{
    [Fact]
    public void There_are_23_properties_with_5_statistics() => Assert.Equal(23 * 5, MagnetDescriptors.Published.Descriptors.Count);

    [Theory]
    [InlineData("magnet_mean_electronegativity", 2.796, 2.796)]
    [InlineData("magnet_max_electronegativity", 3.44, 3.44)]
    [InlineData("magnet_min_electronegativity", 1.83, 1.83)]
    [InlineData("magnet_max_difference_electronegativity", 1.61, 1.61)]
    [InlineData("magnet_std_electronegativity", 0.805, 0.788735697)]
    [InlineData("magnet_mean_atom_count", 2.5, 2.6)]
    [InlineData("magnet_std_atom_count", 0.5, 0.489897949)]
    [InlineData("magnet_mean_is_magnetic", 0.4, 0.4)]
    [InlineData("magnet_max_free_atom_moment_uB", 4, 4)]
    [InlineData("magnet_mean_electron_affinity_eV", 0.938, 0.4 * 0.15323634 + 0.6 * 1.4611053)]
    public void Iron_oxide_with_and_without_the_quirks(string name, double published, double plain)
    {
        Assert.Equal(published, MagnetDescriptors.Published.Describe("Fe4O6")[name], 9);
        Assert.Equal(plain, MagnetDescriptors.Plain.Describe("Fe2O3")[name], 9);
    }

    [Theory]
    [InlineData(MagnetQuirks.PlainMeanOfAtomCount, 2.5, 0.489897949)]
    [InlineData(MagnetQuirks.DeviationOverElements, 2.6, 0.5)]
    [InlineData(MagnetQuirks.FourDecimals, 2.6, 0.4899)]
    public void Each_quirk_has_its_switch(MagnetQuirks quirks, double mean, double deviation)
    {
        Dictionary<string, double> values = new MagnetDescriptors("one", quirks).Describe("Fe2O3");
        Assert.Equal(mean, values["magnet_mean_atom_count"], 9);
        Assert.Equal(deviation, values["magnet_std_atom_count"], 9);
    }
}
