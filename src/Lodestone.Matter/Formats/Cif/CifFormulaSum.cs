namespace Lodestone.Matter.Formats.Cif;

/// <summary>The formula of a block as amounts (<c>_chemical_formula_sum</c>), and how atoms compare with it.</summary>
internal sealed class CifFormulaSum
{
    private const double Tolerance = 0.02;

    private readonly double[] _amounts = new double[Element.Count + 1];

    private CifFormulaSum(string text) => Text = text;

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>The formula of a block; null where there is none, or none that is plain.</summary>
    public static CifFormulaSum? Of(CifBlock block)
    {
        CifColumn column = block.Column("_chemical_formula_sum");
        if (column.Count == 0 || column[0].IsMissing) return null;
        var formula = new CifFormulaSum(column[0].Span.Trim().ToString());
        return formula.TryRead(column[0].Span) ? formula : null;
    }

    /// <summary>How often the formula is in some atoms, by the element with most atoms in it other than hydrogen, which is often not located.</summary>
    /// <param name="atoms">By atomic number: [119].</param>
    public double Units(ReadOnlySpan<double> atoms)
    {
        int largest = 1;
        for (int z = 2; z <= Element.Count; z++)
            if (_amounts[z] > (largest == 1 ? 0 : _amounts[largest])) largest = z;
        return _amounts[largest] > 0 ? atoms[largest] / _amounts[largest] : 0;
    }

    /// <summary>The first element whose share differs by more than 2 %, and how many atoms of it were expected; null where none does.</summary>
    /// <param name="atoms">By atomic number: [119].</param>
    /// <param name="first">The atomic number to begin with: 2 leaves hydrogen aside.</param>
    public (Element Element, double Expected)? Difference(ReadOnlySpan<double> atoms, int first = 1)
    {
        double units = Units(atoms);
        for (int z = first; z <= Element.Count; z++)
            if (Math.Abs(atoms[z] - units * _amounts[z]) > Tolerance * units * Math.Max(1, _amounts[z])) return (new Element(z), units * _amounts[z]);
        return null;
    }

    /// <summary>How many atoms of each element some orbits hold, by occupancies: [119].</summary>
    public static double[] AtomsOf(IEnumerable<SiteOrbit> orbits)
    {
        double[] atoms = new double[Element.Count + 1];
        foreach (SiteOrbit orbit in orbits)
            foreach (Species species in orbit.Site.Species)
                atoms[species.Element.AtomicNumber] += species.Occupancy * orbit.Images.Count;
        return atoms;
    }

    private bool TryRead(ReadOnlySpan<char> text)
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
            _amounts[element.AtomicNumber] += amount;
            any = true;
        }
        return any;
    }
}
