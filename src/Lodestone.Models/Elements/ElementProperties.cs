using Lodestone.Matter;

namespace Lodestone.Models.Elements;

/// <summary>
/// The elements as numbers that a network can generalize over, so that a rare element is read by what it shares with others: group, period,
/// block and occupied valence shells as one-hot columns, as in Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018), table S1; and the
/// measured properties as one column each, standardized over the elements, 0 where unknown. Sources are in the header of the element table.
/// </summary>
public static class ElementProperties
{
    private static readonly Element[] _elements = [.. Element.All];
    private static readonly double[][] _columns =
    [
        .. OneHot(element => element.Group),
        .. OneHot(element => element.Period),
        .. OneHot(element => (int)element.Block),
        .. OneHot(element => element.Valence?.S),
        .. OneHot(element => element.Valence?.P),
        .. OneHot(element => element.Valence?.D),
        .. OneHot(element => element.Valence?.F),
        Standardized(element => element.Electronegativity),
        Standardized(element => element.CovalentRadius),
        Standardized(element => element.AtomicRadius),
        Standardized(element => Log(element.AtomicVolume)),
        Standardized(element => element.MeltingPoint),
        Standardized(element => element.IonizationEnergy),
        Standardized(element => element.ElectronAffinity),
        Standardized(element => Log(element.Polarizability)),
        Standardized(element => element.MendeleevNumber),
    ];

    /// <summary>Number of columns.</summary>
    public static int Count => _columns.Length;

    /// <summary>The matrix of properties.</summary>
    /// <returns>[119, <see cref="Count"/>]: a row an atomic number; row 0, which is no element, holds zeros.</returns>
    public static float[,] ToMatrix()
    {
        var matrix = new float[Element.Count + 1, Count];
        for (int column = 0; column < Count; column++)
            for (int element = 0; element < Element.Count; element++)
                matrix[element + 1, column] = (float)_columns[column][element];
        return matrix;
    }

    private static double? Log(double? value) => value is { } known ? Math.Log(known) : null;

    private static IEnumerable<double[]> OneHot(Func<Element, int?> property)
    {
        int?[] values = [.. _elements.Select(property)];
        return values.OfType<int>().Distinct().Order().Select(kind => values.Select(value => value == kind ? 1.0 : 0).ToArray());
    }

    private static double[] Standardized(Func<Element, double?> property)
    {
        double?[] values = [.. _elements.Select(property)];
        double[] known = [.. values.OfType<double>()];
        double mean = known.Average();
        double deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => value is { } v ? (v - mean) / deviation : 0)];
    }
}
