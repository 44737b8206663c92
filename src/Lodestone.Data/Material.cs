using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Data;

/// <summary>A material: its composition, its structure where known, and whatever its source says of it.</summary>
/// <param name="Id">The name by which the user knows it.</param>
/// <param name="Composition">What it is made of.</param>
/// <param name="Structure">Where its atoms are, if known.</param>
public sealed record Material(string Id, Composition Composition, Structure? Structure)
{
    /// <summary>Property name → text as written in the source. A missing value has no entry.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A property as a number; the words <c>true</c> and <c>false</c> are 1 and 0. Null where it is missing or is no finite number.</summary>
    public double? Number(string property)
    {
        if (!Properties.TryGetValue(property, out string? text)) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return double.IsFinite(value) ? value : null;
        return bool.TryParse(text, out bool truth) ? (truth ? 1 : 0) : null;
    }
}
