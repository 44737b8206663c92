namespace Lodestone.Models.Forest;

/// <summary>Takes one part after the other from an array.</summary>
internal sealed class ArrayParts<T>(T[] values)
{
    private int _next;

    public bool AtEnd => _next == values.Length;

    /// <exception cref="ArgumentException">So many are not left.</exception>
    public T[] Take(int count)
    {
        T[] part = values.AsSpan(_next, count).ToArray();
        _next += count;
        return part;
    }
}
