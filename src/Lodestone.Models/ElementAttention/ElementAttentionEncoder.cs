using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Models.Compositions;

namespace Lodestone.Models.ElementAttention;

/// <summary>Turns a material into the set of its elements with their amounts. A structure is not looked at.</summary>
public sealed class ElementAttentionEncoder : IEncoder<ElementSets>
{
    /// <inheritdoc />
    public ElementSets Encode(Material material)
    {
        var amounts = material.Composition.Amounts;
        double total = material.Composition.TotalAmount;
        return new ElementSets
        {
            Start = [0, amounts.Length],
            AtomicNumber = [.. amounts.Select(pair => pair.Key.AtomicNumber)],
            Amount = [.. amounts.Select(pair => (float)pair.Value)],
            Fraction = [.. amounts.Select(pair => (float)(pair.Value / total))],
        };
    }

    /// <inheritdoc />
    public ElementSets Join(IReadOnlyList<ElementSets> samples) => ElementSets.Join(samples);
}
