using System.Text;
using System.Text.Unicode;

namespace Lodestone.Matter;

/// <summary>A text of any encoding as UTF-8 without a byte order mark.</summary>
internal sealed class Utf8Stream(Stream text) : ForwardStream
{
    private const int PieceSize = 1 << 16;
    private const int LongestLetter = 4;

    private byte[] _ready = [];
    private int _taken;
    private byte[] _carried = [];
    private Decoder? _decoder;
    private bool _begun;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        while (_taken == _ready.Length && !_ended) NextPiece();
        int count = Math.Min(buffer.Length, _ready.Length - _taken);
        _ready.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }

    private void NextPiece()
    {
        byte[] piece = new byte[_carried.Length + PieceSize];
        _carried.CopyTo(piece, 0);
        int read = text.ReadAtLeast(piece.AsSpan(_carried.Length), _begun ? 1 : LongestLetter, throwOnEndOfStream: false);
        _ended = read == 0;
        Span<byte> bytes = piece.AsSpan(0, _carried.Length + read);
        _carried = [];
        _taken = 0;
        if (!_begun) bytes = WithoutMark(bytes);
        _begun = true;
        _ready = _decoder is null ? OfUtf8(bytes) : Decoded(bytes);
    }

    private Span<byte> WithoutMark(Span<byte> begin)
    {
        _decoder = FileContent.Utf16(begin)?.GetDecoder();
        if (_decoder is not null) return begin[2..];
        return begin.StartsWith(Encoding.UTF8.Preamble) ? begin[3..] : begin;
    }

    private byte[] OfUtf8(Span<byte> bytes)
    {
        int whole = _ended ? bytes.Length : WholeLetters(bytes);
        if (Utf8.IsValid(bytes[..whole]))
        {
            _carried = bytes[whole..].ToArray();
            return bytes[..whole].ToArray();
        }
        _decoder = FileContent.Windows1252.GetDecoder();
        return Decoded(bytes);
    }

    private byte[] Decoded(Span<byte> bytes)
    {
        char[] letters = new char[_decoder!.GetCharCount(bytes, _ended)];
        _decoder.GetChars(bytes, letters, _ended);
        return Encoding.UTF8.GetBytes(letters);
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
