using Lodestone.Data;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Tests.Forest;

/// <summary>Rows of random numbers with targets that depend on some of them.</summary>
internal static class RandomRows
{
    /// <summary>Columns: normal, normal, whole numbers from 0 to 3, normal but one in five missing, noise.</summary>
    public static (DataMatrix Features, DataMatrix Targets) Make(int rows, ulong seed, int outputs = 1, double noise = 0.1)
    {
        var random = new RandomGenerator(seed);
        var features = new DataMatrix(rows, 5);
        var targets = new DataMatrix(rows, outputs);
        for (int row = 0; row < rows; row++)
        {
            Span<float> x = features.Row(row);
            for (int column = 0; column < 5; column++) x[column] = (float)random.NextNormal();
            x[2] = random.Next(4);
            if (random.Next(5) == 0) x[3] = float.NaN;
            double value = Math.Sin(2 * x[0]) + x[1] * (x[2] - 1) + (float.IsNaN(x[3]) ? 2 : Math.Abs(x[3]));
            for (int k = 0; k < outputs; k++)
                targets[row, k] = (float)((k + 1) * value + noise * random.NextNormal());
        }
        return (features, targets);
    }

    /// <summary>The matrix with another column behind the others.</summary>
    public static DataMatrix With(this DataMatrix matrix, Func<int, float> column)
    {
        var wider = new DataMatrix(matrix.Rows, matrix.Columns + 1);
        for (int row = 0; row < matrix.Rows; row++)
        {
            matrix.Row(row).CopyTo(wider.Row(row));
            wider[row, matrix.Columns] = column(row);
        }
        return wider;
    }

    /// <summary>The matrix with every number of a column replaced.</summary>
    public static DataMatrix Map(this DataMatrix matrix, int column, Func<float, float> map)
    {
        var mapped = new DataMatrix(matrix.Rows, matrix.Columns, matrix.Values.ToArray());
        for (int row = 0; row < matrix.Rows; row++) mapped[row, column] = map(matrix[row, column]);
        return mapped;
    }
}
