namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>A statistic of an elemental property over the atoms or the elements of a material.</summary>
/// <param name="Name">Its name at the beginning of a descriptor's.</param>
/// <param name="Phrase">What it is, with <c>{0}</c> for the property.</param>
internal sealed record ElementalStatistic(string Name, string Phrase)
{
    /// <summary>The descriptor of a property.</summary>
    public Descriptor Of(ElementalProperty property, string prefix = "") => new(
        $"{prefix}{Name}_{property.Name}{property.Suffix}",
        property.Unit,
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Phrase, property.Phrase) + ".",
        property.Source);
}
