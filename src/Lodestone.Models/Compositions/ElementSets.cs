namespace Lodestone.Models.Compositions;

/// <summary>
/// The elements of formulas in flat arrays: one formula, or a batch of many whose elements follow each other. The order of the elements of
/// a formula has no meaning.
/// </summary>
public sealed class ElementSets
{
    /// <summary>First element of each formula, and the number of elements at the end: [formulas + 1].</summary>
    public required int[] Start { get; init; }

    /// <summary>Atomic number of each element: [elements].</summary>
    public required int[] AtomicNumber { get; init; }

    /// <summary>How many atoms of each element the formula has, as it is written: [elements].</summary>
    public required float[] Amount { get; init; }

    /// <summary>The share of each element among the atoms of its formula, 0–1: [elements].</summary>
    public required float[] Fraction { get; init; }

    /// <summary>Number of formulas.</summary>
    public int Formulas => Start.Length - 1;

    /// <summary>Number of elements, summed over the formulas.</summary>
    public int Elements => AtomicNumber.Length;

    /// <summary>Number of elements of the formula that has the most.</summary>
    public int Longest => Enumerable.Range(0, Formulas).Max(formula => Start[formula + 1] - Start[formula]);

    /// <summary>Joins sets into one batch, in order.</summary>
    public static ElementSets Join(IReadOnlyList<ElementSets> sets)
    {
        int offset = 0;
        var start = new List<int> { 0 };
        foreach (ElementSets set in sets)
        {
            foreach (int end in set.Start.AsSpan(1)) start.Add(offset + end);
            offset += set.Elements;
        }

        return new ElementSets
        {
            Start = [.. start],
            AtomicNumber = [.. sets.SelectMany(set => set.AtomicNumber)],
            Amount = [.. sets.SelectMany(set => set.Amount)],
            Fraction = [.. sets.SelectMany(set => set.Fraction)],
        };
    }
}
