using System.Text;
using Lodestone.Matter.Formats;

namespace Lodestone.Data.Sources;

/// <summary>
/// Cuts a JSON text into its values while it is read, so that an array of any length needs the memory of one element. Values are given as
/// written and not checked; Python's NaN and Infinity pass.
/// </summary>
/// <param name="utf8">The text; it is taken over.</param>
/// <param name="limits">How long a value may be. Longer ones are passed over, and end the reading where they are much longer.</param>
internal sealed class JsonPieces(Stream utf8, ReadLimits limits) : IDisposable
{
    private const string CutShort = "The JSON ends in the middle of a value; it is cut short.";
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The pieces of a text that is in memory.</summary>
    public static JsonPieces Of(string text, ReadLimits limits) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);

    /// <summary>The next sign that is not blank, or '\0' at the end. It is not taken.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public char Peek()
    {
        while (_start < _end || Fill())
        {
            if (_buffer[_start] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return (char)_buffer[_start];
            _start++;
        }
        return '\0';
    }

    /// <summary>The elements of the array that comes next, as written; null for one that is longer than the limit.</summary>
    /// <exception cref="InvalidDataException">It is no array, or it is cut short.</exception>
    public IEnumerable<string?> Elements()
    {
        Take('[');
        if (TryTake(']')) yield break;
        do yield return Value();
        while (TakesAnother(']'));
    }

    /// <summary>The names of the members of the object that comes next. The value behind each must be taken before the next name.</summary>
    /// <exception cref="InvalidDataException">It is no object, or it is cut short.</exception>
    public IEnumerable<string> Names()
    {
        Take('{');
        if (TryTake('}')) yield break;
        do
        {
            if (Peek() != '"') throw new InvalidDataException("Here the name of a JSON member, in quotes, was expected.");
            string name = JsonText.Of(Value()) ?? "";
            Take(':');
            yield return name;
        }
        while (TakesAnother('}'));
    }

    /// <summary>The members of the object that comes next: names, and values as written; null for one that is longer than the limit.</summary>
    /// <exception cref="InvalidDataException">It is no object, or it is cut short.</exception>
    public IEnumerable<(string Name, string? Value)> Members()
    {
        foreach (string name in Names()) yield return (name, Value());
    }

    /// <summary>The value that comes next, as written; null where it is longer than the limit.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is cut short.</exception>
    public string? Value()
    {
        char first = Peek();
        if (first is '\0' or ',' or ':' or ']' or '}') throw new InvalidDataException(first == '\0' ? CutShort : $"Here a JSON value was expected, not '{first}'.");
        using var value = new MemoryStream();
        var end = new JsonValueEnd();
        long all = 0;
        while (true)
        {
            int length = end.Find(_buffer.AsSpan(_start, _end - _start), out bool found);
            all += length;
            if (all <= limits.Bytes) value.Write(_buffer, _start, length);
            if (all > limits.PassedOver) throw new InvalidDataException(limits.TooLarge);
            _start += length;
            if (found) break;
            if (Fill()) continue;
            if (!end.MayEndHere) throw new InvalidDataException(CutShort);
            break;
        }
        return all > limits.Bytes ? null : Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length);
    }

    public void Dispose() => utf8.Dispose();

    private bool TakesAnother(char close)
    {
        if (TryTake(',')) return true;
        Take(close);
        return false;
    }

    private bool TryTake(char wanted)
    {
        if (Peek() != wanted) return false;
        _start++;
        return true;
    }

    private void Take(char wanted)
    {
        if (!TryTake(wanted)) throw new InvalidDataException(Peek() == '\0' ? CutShort : $"Here '{wanted}' of the JSON was expected, not '{Peek()}'.");
    }

    private bool Fill()
    {
        _start = 0;
        _end = utf8.Read(_buffer);
        return _end > 0;
    }
}
