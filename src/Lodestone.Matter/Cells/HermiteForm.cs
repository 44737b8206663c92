using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Cells;

/// <summary>Upper triangular bases of lattices of whole-number vectors, by Euclid's algorithm on the rows.</summary>
internal static class HermiteForm
{
    /// <summary>The upper triangular basis, with a positive diagonal, of the lattice that some vectors generate.</summary>
    /// <param name="vectors">Vectors that span space.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static IntegerMatrix3 Of(IEnumerable<CellImage> vectors)
    {
        long[][] rows = [.. vectors.Select(v => new long[] { v.A, v.B, v.C })];
        for (int column = 0; column < 3; column++) Eliminate(rows, column);
        return new(Row(rows[0]), Row(rows[1]), Row(rows[2]));
    }

    /// <summary>Leaves, from row <paramref name="column"/> on, only one row that is not 0 in this column: the greatest common divisor.</summary>
    private static void Eliminate(long[][] rows, int column)
    {
        while (true)
        {
            int pivot = -1;
            for (int i = column; i < rows.Length; i++)
                if (rows[i][column] != 0 && (pivot < 0 || Math.Abs(rows[i][column]) < Math.Abs(rows[pivot][column]))) pivot = i;
            if (pivot < 0) throw new ArgumentException("The vectors do not span space.", nameof(rows));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            long[] top = rows[column];
            if (top[column] < 0) Subtract(top, top, 2);
            bool done = true;
            for (int i = column + 1; i < rows.Length; i++)
            {
                Subtract(rows[i], top, rows[i][column] / top[column]);
                done &= rows[i][column] == 0;
            }
            if (done) return;
        }
    }

    private static void Subtract(long[] row, long[] other, long multiple)
    {
        for (int k = 0; k < 3; k++) row[k] -= multiple * other[k];
    }

    private static CellImage Row(long[] row) => new(checked((int)row[0]), checked((int)row[1]), checked((int)row[2]));
}
