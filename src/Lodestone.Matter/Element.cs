using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Lodestone.Matter.Elements;

namespace Lodestone.Matter;

/// <summary>A chemical element, by atomic number (1–118).</summary>
public readonly partial record struct Element
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> NumberOf =
        ElementTable.Symbols.Select((symbol, index) => KeyValuePair.Create(symbol, index + 1))
            .ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The element of an atomic number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in 1–118.</exception>
    public Element(int atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atomicNumber, Count);
        AtomicNumber = atomicNumber;
    }

    /// <summary>How many elements there are.</summary>
    public const int Count = 118;

    /// <summary>Number of protons, 1–118.</summary>
    public int AtomicNumber { get; }

    /// <summary>The symbol, such as <c>Fe</c>.</summary>
    public string Symbol => ElementTable.Symbols[AtomicNumber - 1];

    /// <summary>All elements, by atomic number.</summary>
    public static IEnumerable<Element> All => Enumerable.Range(1, Count).Select(number => new Element(number));

    /// <summary>Reads an exact symbol (<c>Fe</c>, never <c>FE</c> or <c>fe</c>).</summary>
    public static bool TryParse([NotNullWhen(true)] string? symbol, out Element element) => TryParse(symbol.AsSpan(), out element);

    /// <summary>Reads an exact symbol (<c>Fe</c>, never <c>FE</c> or <c>fe</c>).</summary>
    public static bool TryParse(ReadOnlySpan<char> symbol, out Element element)
    {
        bool found = NumberOf.TryGetValue(symbol, out int number);
        element = found ? new Element(number) : default;
        return found;
    }

    /// <summary>Reads an exact symbol.</summary>
    /// <exception cref="FormatException">There is no such element.</exception>
    public static Element Parse(string symbol) =>
        TryParse(symbol, out Element element) ? element : throw new FormatException($"There is no element '{symbol}'.");

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;
}
