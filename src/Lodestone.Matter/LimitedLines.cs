using System.Text;
using Lodestone.Matter.Formats;

namespace Lodestone.Matter;

/// <summary>Cuts a text into lines, none of them longer than the limit.</summary>
/// <param name="text">The text; it is taken over.</param>
/// <param name="limits">How long a line may be. Longer ones are passed over, and end the reading where they are much longer.</param>
public sealed class LimitedLines(StreamReader text, ReadLimits limits) : IDisposable
{
    private readonly char[] _buffer = new char[1 << 14];
    private int _start;
    private int _end;

    /// <summary>The next line without its end; false behind the last one.</summary>
    /// <param name="line">The line; null where it is longer than the limit.</param>
    /// <exception cref="InvalidDataException">The text is damaged.</exception>
    public bool Next(out string? line)
    {
        var builder = new StringBuilder();
        bool any = false;
        long length = 0;
        while (_start < _end || Fill())
        {
            any = true;
            ReadOnlySpan<char> rest = _buffer.AsSpan(_start, _end - _start);
            int end = rest.IndexOf('\n');
            ReadOnlySpan<char> piece = end < 0 ? rest : rest[..end];
            _start += end < 0 ? rest.Length : end + 1;
            length += piece.Length;
            if (length <= limits.Bytes) builder.Append(piece);
            if (length > limits.PassedOver) throw new InvalidDataException(limits.TooLarge);
            if (end >= 0) break;
        }
        line = length > limits.Bytes ? null : builder.ToString().TrimEnd('\r');
        return any;
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();

    private bool Fill()
    {
        _start = 0;
        _end = text.Read(_buffer);
        return _end > 0;
    }
}
