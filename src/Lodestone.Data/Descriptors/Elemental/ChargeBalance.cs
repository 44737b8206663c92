using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>Whether ionic charges can balance, each element with one charge of those for which Shannon (1976) gives a radius.</summary>
internal static class ChargeBalance
{
    private const double Tolerance = 1e-6;
    private static readonly int[][] ChargesOf = [[], .. Element.All.Select(Charges)];

    /// <summary>True where charges can be chosen that sum to zero.</summary>
    /// <param name="amounts">Elements with amounts.</param>
    public static bool IsPossible(ImmutableArray<KeyValuePair<Element, double>> amounts) => CanReach(amounts.AsSpan(), 0, 0);

    private static bool CanReach(ReadOnlySpan<KeyValuePair<Element, double>> rest, double sum, double size)
    {
        if (rest.IsEmpty) return size > 0 && Math.Abs(sum) <= Tolerance * size;
        if (!IsWithinReach(rest, sum, size)) return false;
        var (element, amount) = rest[0];
        foreach (int charge in ChargesOf[element.AtomicNumber])
            if (CanReach(rest[1..], sum + charge * amount, size + Math.Abs(charge) * amount)) return true;
        return false;
    }

    // What the other elements can add lies between their lowest and highest charges.
    private static bool IsWithinReach(ReadOnlySpan<KeyValuePair<Element, double>> rest, double sum, double size)
    {
        double low = sum, high = sum;
        foreach (var (element, amount) in rest)
        {
            int[] charges = ChargesOf[element.AtomicNumber];
            if (charges.Length == 0) return false;
            low += charges[0] * amount;
            high += charges[^1] * amount;
            size += Math.Max(Math.Abs(charges[0]), Math.Abs(charges[^1])) * amount;
        }

        return low <= Tolerance * size && high >= -Tolerance * size;
    }

    private static int[] Charges(Element element) => [.. element.IonicRadii.Select(radius => radius.Charge).Distinct().Order()];
}
