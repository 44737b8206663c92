using System.Text;
using System.Text.Unicode;

namespace Lodestone.Matter;

/// <summary>A text of any encoding as UTF-8 without a byte order mark.</summary>
internal sealed class Utf8Stream(Stream text) : ForwardStream
{
    private const int PieceSize = 1 << 16;
    private const int LongestLetter = 4;

    private readonly byte[] _piece = new byte[LongestLetter + PieceSize];
    private ArraySegment<byte> _ready = ArraySegment<byte>.Empty;
    private int _carried;
    private char[] _letters = [];
    private byte[] _encoded = [];
    private Decoder? _decoder;
    private bool _begun;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (_ready.Count == 0 && !_ended) NextPiece();
        int count = Math.Min(buffer.Length, _ready.Count);
        _ready[..count].AsSpan().CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }

    private void NextPiece()
    {
        int read = text.ReadAtLeast(_piece.AsSpan(_carried, PieceSize), _begun ? 1 : LongestLetter, throwOnEndOfStream: false);
        _ended = read == 0;
        var bytes = new ArraySegment<byte>(_piece, 0, _carried + read);
        _carried = 0;
        if (!_begun) bytes = WithoutMark(bytes);
        _begun = true;
        _ready = _decoder is null ? OfUtf8(bytes) : Decoded(bytes);
    }

    private ArraySegment<byte> WithoutMark(ArraySegment<byte> begin)
    {
        _decoder = FileContent.Utf16(begin)?.GetDecoder();
        if (_decoder is not null) return begin[2..];
        return begin.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? begin[3..] : begin;
    }

    private ArraySegment<byte> OfUtf8(ArraySegment<byte> bytes)
    {
        int whole = _ended ? bytes.Count : WholeLetters(bytes);
        if (!Utf8.IsValid(bytes[..whole]))
        {
            _decoder = FileContent.Windows1252.GetDecoder();
            return Decoded(bytes);
        }
        if (whole == bytes.Count) return bytes;
        byte[] ready = bytes[..whole].ToArray();
        bytes[whole..].CopyTo(_piece);
        _carried = bytes.Count - whole;
        return ready;
    }

    private ArraySegment<byte> Decoded(ArraySegment<byte> bytes)
    {
        int letters = _decoder!.GetCharCount(bytes.AsSpan(), _ended);
        if (_letters.Length < letters) _letters = new char[letters];
        _decoder.GetChars(bytes, _letters, _ended);
        int length = Encoding.UTF8.GetMaxByteCount(letters);
        if (_encoded.Length < length) _encoded = new byte[length];
        return new ArraySegment<byte>(_encoded, 0, Encoding.UTF8.GetBytes(_letters.AsSpan(0, letters), _encoded));
    }

    /// <summary>The length without a last letter whose bytes go on in the next piece.</summary>
    private static int WholeLetters(ReadOnlySpan<byte> bytes)
    {
        for (int i = bytes.Length - 1; i >= 0 && i > bytes.Length - LongestLetter; i--)
        {
            if (bytes[i] < 0x80) return bytes.Length;
            if (bytes[i] >= 0xC0) return i;
        }
        return bytes.Length;
    }
}
