using Lodestone.Data.Descriptors;

namespace Lodestone.Models.Compositions;

/// <summary>Which elements the networks on element fractions read.</summary>
internal static class FractionElements
{
    /// <summary>The encoder of all 118 elements, or of the 86 of ElemNet and its successors.</summary>
    public static ElementFractionEncoder Encoder(bool all) => new((all ? ElementFractions.AllElements : ElementFractions.EightySix).Elements);
}
