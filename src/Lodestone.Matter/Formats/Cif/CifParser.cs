namespace Lodestone.Matter.Formats.Cif;

/// <summary>Puts the tokens of a CIF together into blocks, items and loops. Never throws: what breaks the rules becomes a fault.</summary>
internal sealed class CifParser(string text)
{
    private readonly List<CifBlock> _blocks = [];
    private readonly List<(int Start, int Length, int Line)> _loopTags = [];
    private CifTokenizer _tokens = new(text);
    private CifBlock? _block;
    private CifBlock? _frame;
    private int _lastTagStart;
    private int _lastTagLength;

    public CifDocument Parse()
    {
        CifTokenKind kind = _tokens.Next();
        while (kind != CifTokenKind.End)
        {
            kind = kind switch
            {
                CifTokenKind.Data => Heading(text.Substring(_tokens.Start, _tokens.Length)),
                CifTokenKind.Global => Heading("global_"),
                CifTokenKind.Save => Frame(),
                CifTokenKind.Tag => Item(),
                CifTokenKind.Loop => Loop(),
                CifTokenKind.Stop => Stray("The word stop_ has no place in a CIF."),
                _ => Stray($"The value '{Shortened()}' belongs to no data name."),
            };
        }
        return new CifDocument(_blocks);
    }

    private CifTokenKind Heading(string name)
    {
        if (_frame is not null) Fault("The save frame before this block is not closed by save_.");
        _frame = null;
        _block = new CifBlock(text, name, _tokens.Line);
        _blocks.Add(_block);
        _lastTagLength = 0;
        return _tokens.Next();
    }

    private CifTokenKind Frame()
    {
        if (_tokens.Length == 0)
        {
            if (_frame is null) Fault("A save_ closes a save frame that was never opened.");
            _frame = null;
        }
        else
        {
            CifBlock parent = Parent();
            _frame = new CifBlock(text, text.Substring(_tokens.Start, _tokens.Length), _tokens.Line);
            parent.Add(_frame);
        }
        return _tokens.Next();
    }

    private CifTokenKind Item()
    {
        CifBlock block = Current();
        (int start, int length, int line) = (_tokens.Start, _tokens.Length, _tokens.Line);
        CifTokenKind kind = _tokens.Next();
        if (kind != CifTokenKind.Value)
        {
            string tag = text.Substring(start, length);
            block.Add(new CifFault(line, $"The data name {tag} has no value.", tag));
            block.Add(start, length, line, block.Values.Count, 1, 0);
            return kind;
        }
        block.Add(start, length, line, block.Values.Count, 1, 1);
        _lastTagStart = start;
        _lastTagLength = length;
        AddValue(block);
        return _tokens.Next();
    }

    private CifTokenKind Loop()
    {
        CifBlock block = Current();
        int line = _tokens.Line;
        _loopTags.Clear();
        CifTokenKind kind = _tokens.Next();
        for (; kind == CifTokenKind.Tag; kind = _tokens.Next())
            _loopTags.Add((_tokens.Start, _tokens.Length, _tokens.Line));
        if (_loopTags.Count == 0)
        {
            block.Add(new CifFault(line, "A loop_ is not followed by a data name.", null));
            return kind;
        }

        (_lastTagStart, _lastTagLength, _) = _loopTags[0];
        int first = block.Values.Count;
        for (; kind == CifTokenKind.Value; kind = _tokens.Next()) AddValue(block);
        int count = block.Values.Count - first, columns = _loopTags.Count;
        if (count % columns != 0)
        {
            block.Add(new CifFault(
                line,
                $"The loop_ has {columns} data names, but {count} values, which is not a multiple: a value is missing or too many.",
                LastTag()));
        }
        else if (count == 0)
        {
            block.Add(new CifFault(line, $"The loop_ of {LastTag()} has no values.", LastTag()));
        }
        for (int column = 0; column < columns; column++)
        {
            var (tagStart, tagLength, tagLine) = _loopTags[column];
            block.Add(tagStart, tagLength, tagLine, first + column, columns, count / columns);
        }
        return kind;
    }

    private void AddValue(CifBlock block)
    {
        block.Values.Add(_tokens.Value);
        if (_tokens.Fault is { } fault)
            block.Add(new CifFault(_tokens.Line, fault, _tokens.FaultIsFatal ? null : LastTag()));
    }

    private CifTokenKind Stray(string message)
    {
        Fault(message);
        return _tokens.Next();
    }

    private void Fault(string message) => Current().Add(new CifFault(_tokens.Line, message, LastTag() ?? "data_"));

    private CifBlock Current() => _frame ?? Parent();

    private CifBlock Parent()
    {
        if (_block is not null) return _block;
        _block = new CifBlock(text, "", _tokens.Line) { HasHeading = false };
        _block.Add(new CifFault(_tokens.Line, "The file does not begin with a data_ heading.", "data_"));
        _blocks.Add(_block);
        return _block;
    }

    private string Shortened() => _tokens.Length <= 30 ? _tokens.Value.ToString() : string.Concat(_tokens.Value.Span[..30], "…");

    private string? LastTag() => _lastTagLength == 0 ? null : text.Substring(_lastTagStart, _lastTagLength);
}
