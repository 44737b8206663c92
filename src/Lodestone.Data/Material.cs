using System.Collections.Immutable;
using System.Text.Json;
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

    /// <summary>True where the source says something of a property: neither nothing nor a mark of a missing value.</summary>
    public bool Has(string property) => Properties.TryGetValue(property, out string? text) && !NumberText.IsMissing(text);

    /// <summary>A property as a number (<see cref="NumberText"/>). Null where it is missing or is no finite number.</summary>
    public double? Number(string property) =>
        Properties.TryGetValue(property, out string? text) && NumberText.TryRead(text, out double value, out _) ? value : null;

    /// <summary>A property of sites, written as a list of numbers such as <c>[2.1, -2.1, null]</c>: one a site, null where it is missing. Null where
    /// there is no such list.</summary>
    /// <exception cref="InputException">The list cannot be read, or has not one number a site.</exception>
    public double?[]? SiteNumbers(string property)
    {
        if (!Properties.TryGetValue(property, out string? text) || !text.AsSpan().TrimStart().StartsWith("[")) return null;
        double?[] values;
        try
        {
            values = JsonSerializer.Deserialize<double?[]>(text)!;
        }
        catch (JsonException e)
        {
            throw new InputException($"'{Id}' has a list '{property}' that cannot be read; write numbers or null between commas, such as [2.1, -2.1, null].", e);
        }

        int sites = Structure?.Sites.Length ?? 0;
        return values.Length == sites ? values : throw new InputException(
            $"'{Id}' has {values.Length} values of '{property}' and {sites} sites; give one a site, and null where it is not known.");
    }
}
