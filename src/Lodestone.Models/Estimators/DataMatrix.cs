namespace Lodestone.Models.Estimators;

/// <summary>Numbers in rows and columns: [rows, columns] in row-major order, single precision, NaN where a number is missing.</summary>
public sealed class DataMatrix
{
    private readonly float[] _values;

    /// <summary>Makes a matrix of numbers that are kept, not copied.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="values">[rows, columns]</param>
    /// <exception cref="ArgumentException">The number of values is another one.</exception>
    public DataMatrix(int rows, int columns, float[] values)
    {
        if (rows < 0 || columns < 0 || (long)rows * columns != values.Length)
            throw new ArgumentException($"{values.Length} numbers do not make {rows} rows of {columns} columns.", nameof(values));
        Rows = rows;
        Columns = columns;
        _values = values;
    }

    /// <summary>Makes a matrix of zeros.</summary>
    public DataMatrix(int rows, int columns)
        : this(rows, columns, new float[checked(rows * columns)])
    {
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>A number; NaN where it is missing.</summary>
    public ref float this[int row, int column] => ref Row(row)[column];

    /// <summary>One row, [columns]; writing to it changes the matrix.</summary>
    public Span<float> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>All numbers, [rows, columns].</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The rows of these indices, in their order.</summary>
    public DataMatrix Select(ReadOnlySpan<int> rows)
    {
        var selected = new DataMatrix(rows.Length, Columns);
        for (int i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(selected.Row(i));
        return selected;
    }

    /// <summary>Some columns of the rows of these indices, in their order.</summary>
    public DataMatrix Part(ReadOnlySpan<int> rows, IReadOnlyList<int> columns)
    {
        var part = new DataMatrix(rows.Length, columns.Count);
        for (int i = 0; i < rows.Length; i++)
            for (int k = 0; k < columns.Count; k++)
                part[i, k] = this[rows[i], columns[k]];
        return part;
    }

    /// <summary>A copy in which the numbers of one column are others.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The number of a row.</param>
    public DataMatrix Replace(int column, Func<int, float> value)
    {
        var replaced = new DataMatrix(Rows, Columns, [.. _values]);
        for (int row = 0; row < Rows; row++)
            replaced[row, column] = value(row);
        return replaced;
    }
}
