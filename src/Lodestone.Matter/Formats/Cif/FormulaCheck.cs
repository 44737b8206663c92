using System.Globalization;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Compares the atoms of a cell with the formula that the file gives (<c>_chemical_formula_sum</c>).</summary>
internal static class FormulaCheck
{
    private const double Tolerance = 0.02;

    /// <summary>Warns where the shares of the elements differ by more than 2 %; a formula that is not a plain one is left alone.</summary>
    public static void Compare(CifBlock block, List<SiteOrbit> orbits, CifWarnings warnings)
    {
        CifColumn column = block.Column("_chemical_formula_sum");
        if (column.Count == 0 || column[0].IsMissing) return;
        Span<double> formula = stackalloc double[Element.Count + 1], atoms = stackalloc double[Element.Count + 1];
        formula.Clear();
        atoms.Clear();
        if (!TryRead(column[0].Span, formula)) return;
        foreach (SiteOrbit orbit in orbits)
            foreach (Species species in orbit.Site.Species)
                atoms[species.Element.AtomicNumber] += species.Occupancy * orbit.Images.Count;

        double scale = Scale(formula, atoms);
        for (int z = 1; z <= Element.Count; z++)
        {
            if (Math.Abs(atoms[z] - scale * formula[z]) <= Tolerance * scale * Math.Max(1, formula[z])) continue;
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The atoms of the cell do not add up to the formula '{column[0].Span.Trim()}': {atoms[z]:0.##} of {new Element(z)} where {scale * formula[z]:0.##} were expected."));
            return;
        }
    }

    // Formula units in the cell, by the element with most atoms in the formula other than hydrogen, which is often not located.
    private static double Scale(ReadOnlySpan<double> formula, ReadOnlySpan<double> atoms)
    {
        int largest = 1;
        for (int z = 2; z <= Element.Count; z++)
            if (formula[z] > (largest == 1 ? 0 : formula[largest])) largest = z;
        return formula[largest] > 0 ? atoms[largest] / formula[largest] : 0;
    }

    private static bool TryRead(ReadOnlySpan<char> text, Span<double> amounts)
    {
        bool any = false;
        foreach (Range range in text.SplitAny(' ', '\t', '\n', '\r', ','))
        {
            ReadOnlySpan<char> part = text[range];
            if (part.IsEmpty) continue;
            int letters = 0;
            while (letters < part.Length && char.IsAsciiLetter(part[letters])) letters++;
            double amount = 1;
            if (letters < part.Length && !CifNumber.TryRead(part[letters..], out amount)) return false;
            if (!CifElements.TryExact(part[..letters], out Element element)) return false;
            amounts[element.AtomicNumber] += amount;
            any = true;
        }
        return any;
    }
}
