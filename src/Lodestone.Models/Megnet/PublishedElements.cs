using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Models.Megnet;

/// <summary>The 89 elements of the published networks: those up to plutonium, but for Po, At, Rn, Fr and Ra.</summary>
internal static class PublishedElements
{
    /// <summary>The elements.</summary>
    public static IReadOnlySet<Element> All { get; } = Enumerable.Range(1, 94).Where(z => z is < 84 or > 88).Select(z => new Element(z)).ToImmutableHashSet();

    /// <summary>The place of each element among them, by atomic number; 0 where it is not one of them.</summary>
    public static long[] Places { get; } =
        [.. Enumerable.Range(0, Element.Count + 1).Select(z => z is 0 or > 94 or (>= 84 and <= 88) ? 0L : z < 84 ? z - 1 : z - 6)];
}
