namespace Lodestone.Matter;

/// <summary>Finds the smallest whole amounts in the same ratio.</summary>
internal static class CompositionReduction
{
    private const decimal MostParts = 10_000;
    private const double LargestAmount = 1e12;

    public static Composition Reduce(Composition composition)
    {
        Span<long> whole = stackalloc long[Element.Count + 1];
        whole.Clear();
        long divisor = 0;
        foreach (var (element, amount) in composition.Amounts)
        {
            if (amount > LargestAmount) return composition;
            decimal parts = (decimal)amount * MostParts;
            if (parts != decimal.Truncate(parts)) return composition;
            whole[element.AtomicNumber] = (long)parts;
            divisor = GreatestCommonDivisor(divisor, (long)parts);
        }

        long charge = composition.Charge * (long)MostParts;
        if (divisor == 0 || charge % divisor != 0) return composition;
        Span<double> amounts = stackalloc double[Element.Count + 1];
        for (int number = 0; number < whole.Length; number++) amounts[number] = whole[number] / divisor;
        var reduced = new Composition(amounts, (int)(charge / divisor));
        return reduced.Equals(composition) ? composition : reduced;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
