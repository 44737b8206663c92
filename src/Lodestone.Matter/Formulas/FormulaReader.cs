using System.Diagnostics.CodeAnalysis;

namespace Lodestone.Matter.Formulas;

/// <summary>
/// Reads a chemical formula from left to right. Amounts are added and multiplied as decimal numbers, so that
/// <c>(Fe0.1)3</c> is exactly <c>Fe0.3</c>, whatever the order of the elements.
/// </summary>
internal ref struct FormulaReader
{
    private const int LongestQuote = 60;

    private readonly string _text;
    private readonly List<FormulaBracket> _brackets = [];
    private readonly List<(int Number, decimal Amount)> _entries = new(8);
    private FormulaBracket _level = new('\0', 0, 0);
    private int _position;
    private int _unit;             // first entry of the symbol or bracket that an amount would multiply
    private char _unitEnd;         // its last character
    private bool _takesAmount;     // that symbol or bracket was just read
    private bool _startsPart = true;
    private bool _afterSpace;
    private int _charge;
    private bool _ended;
    private string? _reason;

    private FormulaReader(string text) => _text = text;

    public static bool TryRead(string text, [NotNullWhen(true)] out Composition? composition, [NotNullWhen(false)] out string? reason)
    {
        var reader = new FormulaReader(text);
        composition = reader.Read() ? reader.Sum() : null;
        reason = reader._reason;
        return composition is not null;
    }

    private bool Read()
    {
        while (_position < _text.Length)
            if (!ReadNext()) return false;
        if (_entries.Count == 0 && _brackets.Count == 0) return Fail("it names no element");
        if (_brackets.Count > 0)
            return Fail($"the bracket opened at position {_level.Position + 1} is never closed");
        return EndPart();
    }

    private bool ReadNext()
    {
        char c = FormulaText.Plain(_text[_position]);
        if (char.IsWhiteSpace(c)) return SkipSpace();
        if (_ended && !char.IsAsciiLetterLower(c)) return Fail("a charge may only stand at the end of a formula", _position);
        if (char.IsAsciiLetterUpper(c)) return ReadSymbol();
        if (char.IsAsciiDigit(c)) return ReadNumber();
        if (c == '.') return ReadDot();
        if (FormulaText.IsHydrateDot(c)) return StartPart();
        if (FormulaText.ClosingBracket(c) is char closing) return Open(closing);
        if (c is ')' or ']' or '}') return Close(c);
        if (FormulaText.IsSign(c) || c == '^' || FormulaText.IsSuperscript(_text[_position])) return ReadCharge();
        return char.IsLetter(c)
            ? Fail($"'{c}' is neither the first letter of an element nor a number; a composition needs definite amounts", _position)
            : Fail($"the character '{c}' has no place in a formula", _position);
    }

    private bool SkipSpace()
    {
        _position++;
        _takesAmount = false;
        _afterSpace = true;
        return true;
    }

    private bool ReadSymbol()
    {
        int number = FormulaText.ReadElement(_text.AsSpan(_position), out int length);
        if (number == 0) return Fail($"there is no element '{_text.Substring(_position, length)}'", _position);
        BeginUnit(_entries.Count, _text[_position]);
        _entries.Add((number, 1));
        _position += length;
        return true;
    }

    private void BeginUnit(int firstEntry, char end)
    {
        _unit = firstEntry;
        _unitEnd = end;
        _takesAmount = true;
        _startsPart = false;
        _afterSpace = false;
    }

    private bool Open(char closing)
    {
        _brackets.Add(_level);
        _level = new FormulaBracket(closing, _position++, _entries.Count);
        _startsPart = true;
        _takesAmount = false;
        return true;
    }

    private bool Close(char closing)
    {
        if (_brackets.Count == 0) return Fail($"the bracket '{closing}' was never opened", _position);
        if (_level.Closing != closing)
            return Fail($"'{closing}' closes the bracket of position {_level.Position + 1}, which needs '{_level.Closing}'", _position);
        if (!EndPart()) return false;
        int first = _level.FirstEntry;
        _level = _brackets[^1];
        _brackets.RemoveAt(_brackets.Count - 1);
        BeginUnit(first, closing);
        _position++;
        return true;
    }

    private bool StartPart()
    {
        if (!EndPart()) return false;
        _level = _level with { PartEntry = _entries.Count, Coefficient = null };
        _startsPart = true;
        _takesAmount = false;
        _position++;
        return true;
    }

    private bool EndPart() =>
        _startsPart ? Fail("an element or bracket is missing", _position) : Multiply(_level.PartEntry, _level.Coefficient ?? 1);

    // Two dots are one between two parts, and so is a dot behind a space.
    private bool ReadDot()
    {
        if (_position + 1 == _text.Length) return StartPart();
        if (_text[_position + 1] == '.') return StartPart() && ++_position > 0;
        if (!char.IsAsciiDigit(FormulaText.Plain(_text[_position + 1]))) return StartPart();
        if (_startsPart) return ReadNumber();
        return _afterSpace || FormulaDot.MeaningOf(_text, _position) == DotMeaning.Separator ? StartPart() : ReadNumber();
    }

    private bool ReadNumber()
    {
        int start = _position, dot = start;
        while (dot < _text.Length && char.IsAsciiDigit(FormulaText.Plain(_text[dot]))) dot++;
        bool hasPoint = dot + 1 < _text.Length && _text[dot] == '.' && char.IsAsciiDigit(FormulaText.Plain(_text[dot + 1]));
        DotMeaning meaning = hasPoint && !_startsPart ? FormulaDot.MeaningOf(_text, dot) : DotMeaning.DecimalPoint;
        if (!FormulaText.TryReadNumber(_text, ref _position, meaning == DotMeaning.Separator ? dot : _text.Length, out decimal number))
            return Fail("the number is larger than 1,000,000,000,000, or too small to count", start);
        bool beforeSign = _position < _text.Length && FormulaText.IsSign(FormulaText.Plain(_text[_position]));
        if (_startsPart)
        {
            if (_level.Coefficient is not null) return Fail("two numbers follow each other", start);
            _level = _level with { Coefficient = number };
            return true;
        }

        if (beforeSign && IsChargeNumber(start, number, out bool ambiguous))
            return ambiguous
                ? Fail($"'{_text[start..]}' may be an amount or a charge; write a charge after '^', as in SO4^2-", start)
                : FinishCharge((int)number);
        if (!_takesAmount) return Fail("a number must directly follow an element or a bracket", start);
        if (meaning == DotMeaning.Ambiguous)
            return Fail("the '.' may be a decimal point or the dot of an adduct or hydrate; write '·' or '*' for a dot, and 0.5 for .5", start);
        _takesAmount = false;
        return Multiply(_unit, number);
    }

    // Fe3+ is a charge, NH4+ and MnO4-- end in an amount, [Fe(CN)6]3- is a charge, SO42- and (SO4)2- cannot be told.
    private readonly bool IsChargeNumber(int start, decimal number, out bool ambiguous)
    {
        ambiguous = false;
        if (number != decimal.Truncate(number) || number > 99) return false;
        if (_afterSpace) return true;
        bool oneSignAtEnd = _position + 1 == _text.Length;
        if (!oneSignAtEnd) return false;
        bool wholeIsOneAtom = _entries.Count == 1 && _unitEnd != ')';
        bool oneDigit = _position == start + 1;
        if (_unitEnd == ']' || (wholeIsOneAtom && oneDigit)) return true;
        ambiguous = !oneDigit || _unitEnd is ')' or '}';
        return ambiguous;
    }

    private bool ReadCharge()
    {
        if (!MayEnd()) return false;
        return FormulaText.TryReadCharge(_text, ref _position, out _charge)
            ? _ended = true
            : Fail("a charge is written as ^2-, ^+, 3+ or --", _position);
    }

    private bool FinishCharge(int size)
    {
        if (!MayEnd()) return false;
        _charge = FormulaText.IsMinus(_text[_position++]) ? -size : size;
        return _ended = true;
    }

    private bool MayEnd()
    {
        if (_startsPart || _brackets.Count > 0) return Fail("a charge may only stand at the end of a formula", _position);
        return _level.Coefficient is null || Fail("a charge cannot end a part that begins with a number", _position);
    }

    private bool Multiply(int firstEntry, decimal factor)
    {
        if (factor == 1) return true;
        for (int i = firstEntry; i < _entries.Count; i++)
        {
            decimal amount = _entries[i].Amount * factor;
            if (amount > FormulaText.LargestNumber) return Fail("an amount is larger than 1,000,000,000,000", _position - 1);
            _entries[i] = (_entries[i].Number, amount);
        }

        return true;
    }

    private Composition? Sum()
    {
        Span<decimal> sums = stackalloc decimal[Element.Count + 1];
        foreach (var (number, amount) in _entries) sums[number] += amount;
        Span<double> amounts = stackalloc double[Element.Count + 1];
        bool any = false;
        for (int number = 1; number <= Element.Count; number++)
        {
            if (sums[number] == 0) continue;
            amounts[number] = FormulaText.ToDouble(sums[number]);
            any |= amounts[number] > 0;
        }

        if (!any) Fail("every amount in it is zero");
        return any ? new Composition(amounts, _charge) : null;
    }

    private bool Fail(string detail, int position = -1)
    {
        string quote = _text.Length <= LongestQuote ? _text : string.Concat(_text.AsSpan(0, LongestQuote), "…");
        string place = position < 0 ? "" : position >= _text.Length ? ", at its end" : $", at position {position + 1}";
        _reason = $"The formula '{quote}' cannot be read: {detail}{place}.";
        return false;
    }
}
