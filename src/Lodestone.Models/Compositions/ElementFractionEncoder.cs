using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Compositions;

/// <summary>Turns a material into the fractions of its elements, at one place an element. A structure is not looked at.</summary>
public sealed class ElementFractionEncoder : IEncoder<FractionBatch>
{
    private readonly int[] _placeOf = new int[Element.Count + 1];

    /// <summary>Makes an encoder.</summary>
    /// <param name="elements">The elements that have a place, in order.</param>
    public ElementFractionEncoder(IEnumerable<Element> elements)
    {
        Array.Fill(_placeOf, -1);
        foreach (Element element in elements)
            _placeOf[element.AtomicNumber] = Places++;
    }

    /// <summary>Number of elements that have a place.</summary>
    public int Places { get; }

    /// <inheritdoc />
    /// <exception cref="EncodingException">The material has an element without a place.</exception>
    public FractionBatch Encode(Material material)
    {
        var values = new float[Places];
        double total = material.Composition.TotalAmount;
        foreach (var (element, amount) in material.Composition.Amounts)
        {
            int place = _placeOf[element.AtomicNumber];
            if (place < 0)
                throw new EncodingException($"It has {element}, which is none of the {Places} elements that this model reads; train one with the option all_elements.");
            values[place] = (float)(amount / total);
        }

        return new FractionBatch(Places, values);
    }

    /// <inheritdoc />
    public FractionBatch Join(IReadOnlyList<FractionBatch> samples) => new(Places, [.. samples.SelectMany(sample => sample.Values)]);
}
