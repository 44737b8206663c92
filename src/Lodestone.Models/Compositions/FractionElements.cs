using Lodestone.Matter;

namespace Lodestone.Models.Compositions;

/// <summary>Which elements the networks on element fractions read.</summary>
internal static class FractionElements
{
    /// <summary>
    /// The 86 elements of ElemNet, in the order of its input: the elements to plutonium without He, Ne, Ar, Po, At, Rn, Fr and Ra, which
    /// its data do not have. Source: D. Jha et al., Sci. Rep. 8, 17593 (2018).
    /// </summary>
    public static IReadOnlyList<Element> Published { get; } = [.. Element.All.Where(element => element.AtomicNumber <= 94).ExceptBy(
        ["He", "Ne", "Ar", "Po", "At", "Rn", "Fr", "Ra"], element => element.Symbol)];

    /// <summary>The encoder of all elements or of the published ones.</summary>
    public static ElementFractionEncoder Encoder(bool all) => new(all ? Element.All : Published);
}
