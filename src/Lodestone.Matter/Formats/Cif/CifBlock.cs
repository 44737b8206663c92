namespace Lodestone.Matter.Formats.Cif;

/// <summary>A data block (or save frame) of a CIF: values by data name.</summary>
/// <remarks>
/// Data names are compared without regard to case, and with <c>.</c> equal to <c>_</c>, so that <c>_atom_site.fract_x</c> of the newer
/// dictionaries and <c>_atom_site_fract_x</c> of the older ones are the same name.
/// </remarks>
public sealed class CifBlock
{
    private const int MaxFaults = 100;

    private readonly string _text;
    private readonly List<Entry> _entries = [];
    private readonly List<CifFault> _faults = [];
    private readonly List<CifBlock> _frames = [];

    internal CifBlock(string text, string name, int line)
    {
        _text = text;
        Name = name;
        Line = line;
    }

    /// <summary>What follows <c>data_</c>; may be empty.</summary>
    public string Name { get; }

    /// <summary>The line of the block's heading, from 1.</summary>
    public int Line { get; }

    /// <summary>Where the block breaks the rules of the format.</summary>
    public IReadOnlyList<CifFault> Faults => _faults;

    /// <summary>The save frames inside the block.</summary>
    public IReadOnlyList<CifBlock> Frames => _frames;

    /// <summary>True where nothing stands in the block.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>False where the block's values stand before any <c>data_</c>.</summary>
    internal bool HasHeading { get; init; } = true;

    internal List<CifValue> Values { get; } = [];

    /// <summary>The values of a data name; one that the block does not have gives a column that does not exist.</summary>
    /// <param name="tag">The data name with its leading underscore.</param>
    public CifColumn Column(string tag)
    {
        foreach (Entry entry in _entries)
        {
            if (entry.Length == tag.Length && SameTag(_text.AsSpan(entry.Start, entry.Length), tag))
                return new CifColumn(Values, entry.FirstValue, entry.Stride, entry.Count, entry.Line);
        }
        return default;
    }

    /// <summary>The line on which a data name is given a second time, or null.</summary>
    /// <param name="tag">The data name with its leading underscore.</param>
    public int? RepeatedOn(string tag)
    {
        bool seen = false;
        foreach (Entry entry in _entries)
        {
            if (!SameTag(_text.AsSpan(entry.Start, entry.Length), tag)) continue;
            if (seen) return entry.Line;
            seen = true;
        }
        return null;
    }

    /// <summary>True where some data name begins so.</summary>
    /// <param name="prefix">The beginning, with its leading underscore.</param>
    public bool HasTagsOf(string prefix)
    {
        foreach (Entry entry in _entries)
            if (entry.Length >= prefix.Length && SameTag(_text.AsSpan(entry.Start, prefix.Length), prefix)) return true;
        return false;
    }

    internal static bool SameTag(ReadOnlySpan<char> written, ReadOnlySpan<char> tag)
    {
        if (written.Length != tag.Length) return false;
        for (int i = written.Length - 1; i >= 0; i--)
        {
            char a = written[i], b = tag[i];
            if (a != b && Fold(a) != Fold(b)) return false;
        }
        return true;
    }

    internal void Add(int start, int length, int line, int firstValue, int stride, int count) =>
        _entries.Add(new Entry(start, length, line, firstValue, stride, count));

    internal void Add(CifFault fault)
    {
        if (_faults.Count < MaxFaults) _faults.Add(fault);
    }

    internal void Add(CifBlock frame) => _frames.Add(frame);

    private static char Fold(char c) => c == '.' ? '_' : c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    private readonly record struct Entry(int Start, int Length, int Line, int FirstValue, int Stride, int Count);
}
