using System.Numerics;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>
/// Reads one pickled object, restricted to plain data: <c>None</c>, truth values, integers, floating point numbers, texts, bytes, lists
/// (<see cref="List{T}"/>), tuples (arrays), dictionaries (<see cref="OrderedDictionary{TKey, TValue}"/>) and torch tensors.
/// A pickle is a program; this machine runs only the instructions that build data, knows only the calls of <see cref="PickleCalls"/>, and
/// refuses everything else. Memory is bounded by the size of the file: no instruction makes more than it reads.
/// </summary>
/// <remarks>Source: Python's <c>pickletools</c> documentation of the instructions; PEP 307 for protocol 2.</remarks>
internal sealed class PickleReader
{
    private const int NewestProtocol = 2;

    private readonly PickleCursor _cursor;
    private readonly Dictionary<string, PickledStorage> _storages;
    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = new();
    private readonly Dictionary<uint, object?> _memo = [];

    private PickleReader(PickleCursor cursor, Dictionary<string, PickledStorage> storages)
    {
        _cursor = cursor;
        _storages = storages;
    }

    /// <summary>Reads the object that begins at the cursor.</summary>
    /// <param name="cursor">Where it begins; left behind its end.</param>
    /// <param name="storages">Storages by key; those that the object names are added.</param>
    /// <exception cref="PickleException">The object is malformed or asks for what is refused.</exception>
    public static object? Read(PickleCursor cursor, Dictionary<string, PickledStorage> storages) => new PickleReader(cursor, storages).Run();

    private object? Run()
    {
        while (true)
        {
            var opcode = (PickleOpcode)_cursor.Byte();
            if (opcode == PickleOpcode.Stop) return Pop();
            Execute(opcode);
        }
    }

    private void Execute(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: CheckProtocol(_cursor.Byte()); break;
            case PickleOpcode.Mark: _marks.Push(_stack.Count); break;
            case PickleOpcode.None: Push(null); break;
            case PickleOpcode.NewTrue: Push(true); break;
            case PickleOpcode.NewFalse: Push(false); break;
            case PickleOpcode.BinInt: Push((long)_cursor.Int32()); break;
            case PickleOpcode.BinInt1: Push((long)_cursor.Byte()); break;
            case PickleOpcode.BinInt2: Push((long)_cursor.UInt16()); break;
            case PickleOpcode.Long1: Push(Integer(_cursor.Take(_cursor.Byte()).Span)); break;
            case PickleOpcode.BinFloat: Push(_cursor.DoubleBigEndian()); break;
            case PickleOpcode.BinUnicode: Push(_cursor.Utf8(_cursor.UInt32())); break;
            case PickleOpcode.EmptyTuple: Push(Array.Empty<object?>()); break;
            case PickleOpcode.Tuple1: Push(PopLast(1)); break;
            case PickleOpcode.Tuple2: Push(PopLast(2)); break;
            case PickleOpcode.Tuple3: Push(PopLast(3)); break;
            case PickleOpcode.Tuple: Push(PopToMark()); break;
            case PickleOpcode.EmptyList: Push(new List<object?>()); break;
            case PickleOpcode.Append: Extend(PopLast(1)); break;
            case PickleOpcode.Appends: Extend(PopToMark()); break;
            case PickleOpcode.EmptyDict: Push(new OrderedDictionary<object, object?>()); break;
            case PickleOpcode.SetItem: SetItems(PopLast(2)); break;
            case PickleOpcode.SetItems: SetItems(PopToMark()); break;
            case PickleOpcode.BinPut: _memo[_cursor.Byte()] = Peek(); break;
            case PickleOpcode.LongBinPut: _memo[_cursor.UInt32()] = Peek(); break;
            case PickleOpcode.BinGet: Push(Recall(_cursor.Byte())); break;
            case PickleOpcode.LongBinGet: Push(Recall(_cursor.UInt32())); break;
            case PickleOpcode.Global: Push(PickleCalls.Check(new PickleGlobal(_cursor.Line(), _cursor.Line()))); break;
            case PickleOpcode.Reduce: Reduce(); break;
            case PickleOpcode.Build: Build(); break;
            case PickleOpcode.BinPersId: Push(PickleCalls.Storage(Pop<object?[]>(), _storages)); break;
            default: throw Refuse(opcode);
        }
    }

    private static PickleException Refuse(PickleOpcode opcode) => Enum.IsDefined(opcode)
        ? new PickleException($"uses the pickle instruction '{opcode}', which plain tensors do not need; Lodestone refused it")
        : PickleException.Malformed($"the byte 0x{(byte)opcode:x2} is no pickle instruction");

    private static void CheckProtocol(int protocol)
    {
        if (protocol > NewestProtocol)
            throw new PickleException($"uses the pickle protocol {protocol}; Lodestone reads protocol {NewestProtocol}, which torch writes by default");
    }

    private static object Integer(ReadOnlySpan<byte> littleEndian)
    {
        var number = new BigInteger(littleEndian);
        return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
    }

    private void Reduce()
    {
        object?[] arguments = Pop<object?[]>();
        Push(PickleCalls.Call(Pop<PickleGlobal>(), arguments));
    }

    private void Build()
    {
        object? state = Pop();
        PickleCalls.SetState(Peek(), state);
    }

    private void Extend(object?[] items)
    {
        if (Peek() is not List<object?> list) throw PickleException.Malformed("items are appended to what is no list");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Peek() is not OrderedDictionary<object, object?> dictionary || items.Length % 2 != 0)
            throw PickleException.Malformed("entries are set in what is no dictionary");
        for (int i = 0; i < items.Length; i += 2)
        {
            if (items[i] is not (string or long)) throw PickleException.Malformed("a dictionary's key is neither a text nor an integer");
            dictionary[items[i]!] = items[i + 1];
        }
    }

    private object? Recall(uint index) =>
        _memo.TryGetValue(index, out object? value) ? value : throw PickleException.Malformed($"entry {index} of the memo is not set");

    private void Push(object? value) => _stack.Add(value);

    // What lies below the last mark belongs to the collection around it.
    private int Bottom => _marks.Count == 0 ? 0 : _marks.Peek();

    private object? Peek() => _stack.Count > Bottom ? _stack[^1] : throw PickleException.Malformed("the stack is empty");

    private object? Pop()
    {
        object? value = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private T Pop<T>() => Pop() is T value ? value : throw PickleException.Malformed("an operand is of the wrong type");

    private object?[] PopLast(int count)
    {
        int start = _stack.Count - count;
        if (start < Bottom) throw PickleException.Malformed("the stack is empty");
        return PopFrom(start);
    }

    private object?[] PopToMark() => _marks.TryPop(out int start) ? PopFrom(start) : throw PickleException.Malformed("a mark is missing");

    private object?[] PopFrom(int start)
    {
        object?[] items = [.. _stack[start..]];
        _stack.RemoveRange(start, _stack.Count - start);
        return items;
    }
}
