using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>A number that every element has, or would have if it were known.</summary>
internal sealed class ElementalProperty
{
    /// <summary>Makes a property.</summary>
    /// <param name="name">Its name without the unit, as a part of the names of descriptors.</param>
    /// <param name="unit">Its unit in docs; empty for a pure number.</param>
    /// <param name="suffix">Its unit in names; empty for a pure number.</param>
    /// <param name="phrase">What it is, to follow "Mean of the": <c>melting point</c>.</param>
    /// <param name="source">Where its values were published.</param>
    /// <param name="value">Its value for an element; null where unknown.</param>
    public ElementalProperty(string name, string unit, string suffix, string phrase, string source, Func<Element, double?> value)
    {
        Name = name;
        Unit = unit;
        Suffix = suffix.Length > 0 ? "_" + suffix : "";
        Phrase = phrase;
        Source = source;
        foreach (Element element in Element.All) Values[element.AtomicNumber] = value(element) ?? double.NaN;
    }

    /// <summary>Its name without the unit.</summary>
    public string Name { get; }

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>Its unit as the end of a name, with an underscore before it; empty for a pure number.</summary>
    public string Suffix { get; }

    /// <summary>What it is.</summary>
    public string Phrase { get; }

    /// <summary>Where its values were published.</summary>
    public string Source { get; }

    /// <summary>[119], by atomic number; NaN where unknown. The first is not used.</summary>
    public double[] Values { get; } = new double[Element.Count + 1];
}
