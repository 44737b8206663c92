using System.Collections.Immutable;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Selection;

/// <summary>Leaves out columns that say nothing, or nothing new.</summary>
public static class CorrelationFilter
{
    /// <summary>The columns that are kept: none that is constant or empty, and of any two that are strongly correlated the first.</summary>
    /// <param name="rows">The rows to look at, [rows, columns], NaN where a number is missing: training rows only.</param>
    /// <param name="largest">Largest correlation in size (Pearson's, over the rows where both are known) of two columns that are kept; none
    /// if null, and then only constant and empty columns are left out.</param>
    /// <returns>The kept columns, in increasing order.</returns>
    public static ImmutableArray<int> Keep(DataMatrix rows, double? largest = 0.95)
    {
        var kept = ImmutableArray.CreateBuilder<int>();
        var columns = new List<double[]>();
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] values = new double[rows.Rows];
            for (int row = 0; row < values.Length; row++) values[row] = rows[row, column];
            if (IsConstant(values) || (largest is { } bound && columns.Any(other => Math.Abs(Correlation(values, other)) > bound))) continue;
            kept.Add(column);
            columns.Add(values);
        }

        return kept.ToImmutable();
    }

    private static bool IsConstant(double[] values)
    {
        double first = Array.Find(values, value => !double.IsNaN(value));
        return Array.TrueForAll(values, value => double.IsNaN(value) || value == first);
    }

    /// <summary>Pearson's correlation over the entries where both are known; 0 where it is not defined.</summary>
    private static double Correlation(double[] x, double[] y)
    {
        double n = 0, meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i])) continue;
            n++;
            double dx = x[i] - meanX, dy = y[i] - meanY;
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (x[i] - meanX);
            yy += dy * (y[i] - meanY);
            xy += dx * (y[i] - meanY);
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
