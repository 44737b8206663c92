namespace Lodestone.Data.Sources;

/// <summary>Finds where a JSON value ends, in pieces of its bytes.</summary>
internal sealed class JsonValueEnd
{
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
        for (int i = 0; i < piece.Length; i++)
        {
            bool first = !_begun;
            _begun = true;
            found = !first && _depth == 0 && !_inText && EndsWord(piece[i]);
            if (found) return i;
            found = Closes(piece[i]);
            if (found) return i + 1;
        }
        found = false;
        return piece.Length;
    }

    /// <summary>Takes a byte; true where it closes the value.</summary>
    private bool Closes(byte sign)
    {
        if (_escaped)
        {
            _escaped = false;
            return false;
        }
        switch (sign)
        {
            case (byte)'"':
                _inText = !_inText;
                return !_inText && _depth == 0;
            case (byte)'\\':
                _escaped = _inText;
                return false;
            case (byte)'{' or (byte)'[' when !_inText:
                _depth++;
                return false;
            case (byte)'}' or (byte)']' when !_inText:
                return --_depth == 0;
            default:
                return false;
        }
    }

    private static bool EndsWord(byte sign) =>
        sign is (byte)',' or (byte)':' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
