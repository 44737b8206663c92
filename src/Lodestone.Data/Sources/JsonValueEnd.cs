using System.Buffers;

namespace Lodestone.Data.Sources;

/// <summary>Finds where a JSON value ends, in pieces of its bytes.</summary>
internal sealed class JsonValueEnd
{
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> InBrackets = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AtTop = SearchValues.Create("\"{}[],: \t\r\n"u8);

    private int _depth;
    private bool _inText;
    private bool _escaped;
    private bool _begun;

    /// <summary>True where the text may end here: within a number or a word at its top, but not within quotes or brackets.</summary>
    public bool MayEndHere => _begun && _depth == 0 && !_inText;

    /// <summary>The number of bytes of a piece that belong to the value.</summary>
    /// <param name="piece">The bytes behind those that were looked at before.</param>
    /// <param name="found">True where the value ends in it.</param>
    public int Find(ReadOnlySpan<byte> piece, out bool found)
    {
        int place = 0;
        while (place < piece.Length)
        {
            if (_escaped)
            {
                _escaped = false;
                place++;
                continue;
            }
            int next = piece[place..].IndexOfAny(_inText ? InText : _depth > 0 ? InBrackets : AtTop);
            bool word = _begun || next > 0;
            _begun = true;
            if (next < 0) break;
            place += next;
            found = word && _depth == 0 && !_inText;
            if (found) return place;
            found = Closes(piece[place++]);
            if (found) return place;
        }
        found = false;
        return piece.Length;
    }

    /// <summary>Takes a sign that matters; true where it closes the value.</summary>
    private bool Closes(byte sign)
    {
        switch (sign)
        {
            case (byte)'"':
                _inText = !_inText;
                return !_inText && _depth == 0;
            case (byte)'\\':
                _escaped = true;
                return false;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            default:
                return --_depth == 0;
        }
    }
}
