using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>
/// The equations for a shift p of the origin that turns one group into another: (R − 1) p = d, modulo whole edges, for every operation. They
/// are brought into triangular form by Euclid's algorithm on the rows; a solution exists where every row that becomes empty has d = 0.
/// </summary>
/// <param name="capacity">Number of rows: three an operation.</param>
internal sealed class OriginShift(int capacity)
{
    private const int Columns = 4;
    private readonly long[] _rows = new long[capacity * Columns];
    private readonly int[] _pivots = new int[Columns - 1];
    private int _count;
    private int _rank;

    /// <summary>Adds the three equations of an operation.</summary>
    /// <param name="rotation">R.</param>
    /// <param name="difference">d.</param>
    public void Add(RotationPart rotation, LatticeTranslation difference)
    {
        AddRow(rotation.XX - 1, rotation.XY, rotation.XZ, difference.X);
        AddRow(rotation.YX, rotation.YY - 1, rotation.YZ, difference.Y);
        AddRow(rotation.ZX, rotation.ZY, rotation.ZZ - 1, difference.Z);
    }

    /// <summary>Brings the equations into triangular form, once all have been added.</summary>
    /// <returns>True where such a shift exists.</returns>
    public bool Reduce()
    {
        for (int column = 0; column < Columns - 1; column++)
            if (Eliminate(_rank, column)) _pivots[_rank++] = column;
        for (int row = _rank; row < _count; row++)
            if (_rows[row * Columns + 3] % LatticeTranslation.Denominator != 0) return false;
        return true;
    }

    /// <summary>
    /// Every shift, modulo whole edges, of reduced equations. Where a group leaves directions free, a shift along them may be added to each; some
    /// of the listed ones may then differ by no more than that.
    /// </summary>
    public IEnumerable<Vector3D> Solutions() => Solutions(_rank - 1, new double[Columns - 1]);

    // From the last equation up: h p = e modulo 1 has h solutions.
    private IEnumerable<Vector3D> Solutions(int row, double[] shift)
    {
        if (row < 0)
        {
            yield return new Vector3D(shift[0], shift[1], shift[2]);
            yield break;
        }
        int pivot = _pivots[row];
        long factor = _rows[row * Columns + pivot];
        double rest = (double)_rows[row * Columns + 3] / LatticeTranslation.Denominator;
        for (int column = pivot + 1; column < Columns - 1; column++) rest -= _rows[row * Columns + column] * shift[column];
        for (long whole = 0; whole < Math.Abs(factor); whole++)
        {
            double[] next = [.. shift];
            next[pivot] = (rest + whole) / factor;
            foreach (Vector3D solution in Solutions(row - 1, next)) yield return solution;
        }
    }

    private void AddRow(long x, long y, long z, long d)
    {
        Span<long> row = _rows.AsSpan(_count++ * Columns, Columns);
        (row[0], row[1], row[2], row[3]) = (x, y, z, d);
    }

    // Leaves a number in this column only in the top row of those from there on; false where all were 0.
    private bool Eliminate(int top, int column)
    {
        while (true)
        {
            int pivot = -1, others = 0;
            for (int row = top; row < _count; row++)
            {
                long value = Math.Abs(_rows[row * Columns + column]);
                if (value == 0) continue;
                others++;
                if (pivot < 0 || value < Math.Abs(_rows[pivot * Columns + column])) pivot = row;
            }
            if (pivot < 0) return false;
            Swap(top, pivot);
            if (others == 1) return true;
            for (int row = top + 1; row < _count; row++) Subtract(row, top, _rows[row * Columns + column] / _rows[top * Columns + column]);
        }
    }

    private void Swap(int a, int b)
    {
        for (int k = 0; k < Columns; k++)
            (_rows[a * Columns + k], _rows[b * Columns + k]) = (_rows[b * Columns + k], _rows[a * Columns + k]);
    }

    private void Subtract(int row, int other, long multiple)
    {
        if (multiple == 0) return;
        for (int k = 0; k < Columns; k++) _rows[row * Columns + k] -= multiple * _rows[other * Columns + k];
        _rows[row * Columns + 3] %= LatticeTranslation.Denominator;
    }
}
