namespace Lodestone.Matter.Formats.Cif;

/// <summary>One value of a CIF: a piece of the file's text, without its quotes.</summary>
public readonly struct CifValue
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _length;

    internal CifValue(string text, int start, int length, int line, CifValueKind kind)
    {
        _text = text;
        _start = start;
        _length = length;
        Line = line;
        Kind = kind;
    }

    /// <summary>The line on which the value begins, from 1.</summary>
    public int Line { get; }

    /// <summary>How the value is written.</summary>
    public CifValueKind Kind { get; }

    /// <summary>The value's characters, as written between the quotes.</summary>
    public ReadOnlySpan<char> Span => _text.AsSpan(_start, _length);

    /// <summary>True for <c>?</c> and <c>.</c>.</summary>
    public bool IsMissing => Kind is CifValueKind.Unknown or CifValueKind.Inapplicable;

    /// <summary>Reads a number, leaving out a standard uncertainty in parentheses: <c>5.431(2)</c> is 5.431.</summary>
    /// <param name="number">The number, finite; 0 where there is none.</param>
    public bool TryReadNumber(out double number) => CifNumber.TryRead(Span.Trim(), out number);

    /// <summary>The value as a string.</summary>
    public override string ToString() => Span.ToString();
}
