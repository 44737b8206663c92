namespace Lodestone.Matter.Formats.Cif;

/// <summary>Cuts a CIF into tokens, each a piece of the text with its line. A struct: it is copied nowhere and allocates nothing.</summary>
internal struct CifTokenizer
{
    private readonly string _text;
    private readonly bool _hasContainers;
    private int _position;
    private int _line;

    public CifTokenizer(string text)
    {
        _text = text;
        _line = 1;
        _position = text.StartsWith('\uFEFF') ? 1 : 0;
        _hasContainers = text.AsSpan(_position).StartsWith(@"#\#CIF_2", StringComparison.Ordinal);
    }

    /// <summary>Where the last token's text begins (without <c>data_</c>, <c>save_</c> or an opening quote).</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The line on which the last token begins.</summary>
    public int Line { get; private set; }

    public CifValueKind ValueKind { get; private set; }

    /// <summary>What is wrong with the last token, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>True where the fault may have swallowed what follows.</summary>
    public bool FaultIsFatal { get; private set; }

    public readonly CifValue Value => new(_text, Start, Length, Line, ValueKind);

    public CifTokenKind Next()
    {
        Fault = null;
        FaultIsFatal = false;
        string text = _text;
        while (_position < text.Length)
        {
            char c = text[_position];
            if (c == '#') SkipLine();
            else if (c <= ' ') SkipSpace(c);
            else return Token(c);
        }
        Line = _line;
        Start = text.Length;
        Length = 0;
        return CifTokenKind.End;
    }

    private void SkipSpace(char c)
    {
        if (c == '\n' || (c == '\r' && !(_position + 1 < _text.Length && _text[_position + 1] == '\n'))) _line++;
        _position++;
    }

    private void SkipLine()
    {
        int end = _text.AsSpan(_position).IndexOfAny('\n', '\r');
        _position = end < 0 ? _text.Length : _position + end;
    }

    private CifTokenKind Token(char c)
    {
        Line = _line;
        switch (c)
        {
            case '\'' or '"':
                return _hasContainers && IsTriple(_position, c) ? TripleQuoted(c) : Quoted(c);
            case ';' when _position == 0 || _text[_position - 1] is '\n' or '\r':
                return TextField();
            case '[' or '{' when _hasContainers:
                return Container();
            default:
                return Word(c);
        }
    }

    private CifTokenKind Word(char c)
    {
        int start = _position, end = start;
        while (end < _text.Length && _text[end] > ' ') end++;
        _position = end;
        ReadOnlySpan<char> word = _text.AsSpan(start, end - start);
        if (c == '_') return Found(CifTokenKind.Tag, start, end);
        if (word is "?") return Found(CifTokenKind.Value, start, end, CifValueKind.Unknown);
        if (word is ".") return Found(CifTokenKind.Value, start, end, CifValueKind.Inapplicable);
        if (word[^1] == '_' || (word.Length >= 5 && word[4] == '_'))
        {
            if (word.StartsWith("data_", StringComparison.OrdinalIgnoreCase)) return Found(CifTokenKind.Data, start + 5, end);
            if (word.StartsWith("save_", StringComparison.OrdinalIgnoreCase)) return Found(CifTokenKind.Save, start + 5, end);
            if (word.Equals("loop_", StringComparison.OrdinalIgnoreCase)) return Found(CifTokenKind.Loop, start, end);
            if (word.Equals("global_", StringComparison.OrdinalIgnoreCase)) return Found(CifTokenKind.Global, start, end);
            if (word.Equals("stop_", StringComparison.OrdinalIgnoreCase)) return Found(CifTokenKind.Stop, start, end);
        }
        return Found(CifTokenKind.Value, start, end, CifValueKind.Plain);
    }

    private CifTokenKind Quoted(char quote)
    {
        int start = _position + 1;
        for (int i = start; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            // The quote closes only before white space: 'it's' is one value.
            if (_text[i] != quote || (i + 1 < _text.Length && _text[i + 1] > ' ')) continue;
            _position = i + 1;
            return Found(CifTokenKind.Value, start, i, CifValueKind.Quoted);
        }
        SkipLine();
        Fault = $"The quote {quote} is not closed on its line.";
        return Found(CifTokenKind.Value, start, Math.Max(start, _position), CifValueKind.Quoted);
    }

    private CifTokenKind TripleQuoted(char quote)
    {
        int start = _position + 3;
        int length = _text.AsSpan(start).IndexOf([quote, quote, quote]);
        int end = length < 0 ? _text.Length : start + length;
        if (length < 0) Swallowed($"The text in triple quotes that begins on line {Line} is never closed.");
        MoveTo(Math.Min(_text.Length, end + 3));
        return Found(CifTokenKind.Value, start, end, CifValueKind.Quoted);
    }

    private CifTokenKind TextField()
    {
        int start = _position + 1;
        for (int i = start; i < _text.Length; i++)
        {
            int next = _text.AsSpan(i).IndexOf(';');
            if (next < 0) break;
            i += next;
            if (_text[i - 1] is not ('\n' or '\r')) continue;
            int end = i - 1;
            if (end > start && _text[end] == '\n' && _text[end - 1] == '\r') end--;
            MoveTo(i + 1);
            return Found(CifTokenKind.Value, start, Math.Max(start, end), CifValueKind.TextField);
        }
        Swallowed($"The text field that begins on line {Line} is never closed by a line that begins with ';'.");
        MoveTo(_text.Length);
        return Found(CifTokenKind.Value, start, _text.Length, CifValueKind.TextField);
    }

    private CifTokenKind Container()
    {
        int start = _position, depth = 0;
        for (int i = start; i < _text.Length; i++)
        {
            char c = _text[i];
            if (c is '[' or '{') depth++;
            else if (c is ']' or '}') depth--;
            else if (c is '\'' or '"') i = EndOfInnerQuote(i, c);
            if (depth > 0) continue;
            MoveTo(Math.Min(_text.Length, i + 1));
            return Found(CifTokenKind.Value, start, _position, CifValueKind.Container);
        }
        Swallowed($"The list or table that begins on line {Line} is never closed.");
        MoveTo(_text.Length);
        return Found(CifTokenKind.Value, start, _text.Length, CifValueKind.Container);
    }

    // Inside a container the quotes of CIF 2.0 end at the first quote of their kind; one that never ends is a plain character.
    private readonly int EndOfInnerQuote(int open, char quote)
    {
        bool triple = IsTriple(open, quote);
        ReadOnlySpan<char> rest = _text.AsSpan(open + (triple ? 3 : 1));
        int length = triple ? rest.IndexOf([quote, quote, quote]) : rest.IndexOfAny(quote, '\n');
        if (length < 0 && triple) return _text.Length;
        if (length < 0 || rest[length] == '\n') return open;
        return open + length + (triple ? 5 : 1);
    }

    private readonly bool IsTriple(int at, char quote) =>
        at + 2 < _text.Length && _text[at + 1] == quote && _text[at + 2] == quote;

    private void MoveTo(int end)
    {
        while (_position < end) SkipSpace(_text[_position]);
    }

    private void Swallowed(string fault)
    {
        Fault = fault;
        FaultIsFatal = true;
    }

    private CifTokenKind Found(CifTokenKind kind, int start, int end, CifValueKind valueKind = CifValueKind.Plain)
    {
        Start = start;
        Length = end - start;
        ValueKind = valueKind;
        return kind;
    }
}
