namespace Lodestone.Matter.Formats.Cif;

/// <summary>All values of one data name of a block: a column of a loop, or the single value of an item.</summary>
public readonly struct CifColumn
{
    private readonly List<CifValue> _values;
    private readonly int _first;
    private readonly int _stride;

    internal CifColumn(List<CifValue> values, int first, int stride, int count, int line)
    {
        _values = values;
        _first = first;
        _stride = stride;
        Count = count;
        Line = line;
    }

    /// <summary>Number of values; 0 for a data name that the block does not have.</summary>
    public int Count { get; }

    /// <summary>The line of the data name, from 1; 0 where the block does not have it.</summary>
    public int Line { get; }

    /// <summary>True where the block has the data name, be it with or without values.</summary>
    public bool Exists => Line > 0;

    /// <summary>Value of a row, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public CifValue this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return _values[_first + row * _stride];
        }
    }
}
