using System.Globalization;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Compares the atoms of a cell with the formula that the file gives (<c>_chemical_formula_sum</c>).</summary>
internal static class FormulaCheck
{
    /// <summary>Warns where the shares of the elements differ by more than 2 %; a formula that is not a plain one is left alone.</summary>
    public static void Compare(CifBlock block, List<SiteOrbit> orbits, CifWarnings warnings)
    {
        if (CifFormulaSum.Of(block) is not { } formula) return;
        double[] atoms = CifFormulaSum.AtomsOf(orbits);
        if (formula.Difference(atoms) is not { } off) return;
        warnings.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The atoms of the cell do not add up to the formula '{formula.Text}': {atoms[off.Element.AtomicNumber]:0.##} of {off.Element} where {off.Expected:0.##} were expected."));
    }
}
