namespace Lodestone.Matter.Formats;

/// <summary>Reads a text line by line and counts the lines, whatever ends them.</summary>
internal sealed class LineReader(string text)
{
    private int _position;

    /// <summary>Number, from 1, of the line read last.</summary>
    public int Line { get; private set; }

    /// <summary>The next line without its end, or null behind the last one.</summary>
    public string? Next()
    {
        if (_position >= text.Length) return null;
        int end = text.AsSpan(_position).IndexOfAny('\n', '\r');
        end = end < 0 ? text.Length : end + _position;
        string line = text[_position..end];
        _position = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        Line++;
        return line;
    }

    /// <summary>The next line; the text must not end before it.</summary>
    /// <param name="what">What that line holds, for the message.</param>
    /// <exception cref="UnreadableException">The text ends.</exception>
    public string Require(string what) => Next() ?? throw new UnreadableException(Line, $"The file ends before {what}; it is cut short.");

    /// <summary>The next line that is not blank, or null.</summary>
    public string? NextFilled()
    {
        string? line;
        do line = Next();
        while (line is not null && string.IsNullOrWhiteSpace(line));
        return line;
    }

    /// <summary>The line that <see cref="NextFilled"/> would give, without taking it.</summary>
    public string? PeekFilled()
    {
        (int position, int line) = (_position, Line);
        string? next = NextFilled();
        (_position, Line) = (position, line);
        return next;
    }

    /// <summary>True when nothing but blanks is left.</summary>
    public bool AtEnd => text.AsSpan(Math.Min(_position, text.Length)).IsWhiteSpace();
}
