using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>The few Python names that a torch file of plain tensors refers to, and what each builds.</summary>
internal static class PickleCalls
{
    private static readonly FrozenDictionary<string, Func<object?[], object>> Calls = new Dictionary<string, Func<object?[], object>>
    {
        ["collections.OrderedDict"] = OrderedDict,
        ["torch._utils._rebuild_tensor"] = RebuildTensor,
        ["torch._utils._rebuild_tensor_v2"] = RebuildTensor,
        ["numpy.dtype"] = NumpyType,
        ["numpy.core.multiarray.scalar"] = NumpyScalar,
        ["_codecs.encode"] = Encode,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DType> Storages = new Dictionary<string, DType>
    {
        ["torch.FloatStorage"] = DType.F32,
        ["torch.DoubleStorage"] = DType.F64,
        ["torch.LongStorage"] = DType.I64,
    }.ToFrozenDictionary();

    /// <summary>Lets a known name pass.</summary>
    /// <exception cref="PickleException">The name is not known.</exception>
    public static PickleGlobal Check(PickleGlobal name) => Calls.ContainsKey(name.ToString()) || Storages.ContainsKey(name.ToString())
        ? name
        : throw new PickleException($"asks to run '{name}'; Lodestone reads only tensors, numbers, texts, lists and dictionaries, and refused it");

    /// <summary>What a call builds.</summary>
    public static object Call(PickleGlobal function, object?[] arguments) =>
        Calls.TryGetValue(function.ToString(), out Func<object?[], object>? call) ? call(arguments) : throw Wrong(function.ToString());

    /// <summary>The storage of a persistent id: ("storage", type, key, device, count, view).</summary>
    public static PickledStorage Storage(object?[] id, Dictionary<string, PickledStorage> known)
    {
        if (id is not ["storage", PickleGlobal type, string key, string, long count, null]
            || !Storages.TryGetValue(type.ToString(), out DType element) || count < 0)
            throw Wrong("storage");
        var storage = new PickledStorage(key, element, count);
        if (!known.TryAdd(key, storage) && (known[key].Type != element || known[key].Count != count))
            throw PickleException.Malformed($"the storage '{key}' is described in two ways");
        return known[key];
    }

    /// <summary>The state of a built object: nothing that plain data needs, but the byte order of a numpy type is checked.</summary>
    public static void SetState(object? built, object? state)
    {
        bool harmless = built is OrderedDictionary<object, object?> || built is string && state is object?[] and [long, "<" or "|" or "=", ..];
        if (!harmless) throw Wrong("object state");
    }

    private static object OrderedDict(object?[] arguments)
    {
        if (arguments.Length != 0) throw Wrong("OrderedDict");
        return new OrderedDictionary<object, object?>();
    }

    private static object RebuildTensor(object?[] arguments)
    {
        if (arguments is not [PickledStorage storage, long offset, object?[] shape, object?[] strides, ..] || shape.Length != strides.Length || offset < 0)
            throw Wrong("tensor");
        Int128 elements = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] is not (long extent and >= 0) || strides[i] is not long stride) throw Wrong("tensor");
            if (extent > 1 && stride != elements) throw new PickleException("holds a tensor that is not stored row by row, which Lodestone does not read");
            elements *= extent;
            if (elements > storage.Count) break;
        }
        if (offset + elements > storage.Count) throw PickleException.Malformed("a tensor is larger than its storage");
        return new PickledTensor(storage, offset, [.. shape.Select(extent => extent is long number ? number : throw Wrong("tensor"))]);
    }

    private static object NumpyType(object?[] arguments) => arguments is [string code, ..] ? code : throw Wrong("numpy type");

    private static object NumpyScalar(object?[] arguments) => arguments switch
    {
        ["f8", byte[] { Length: 8 } bytes] => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        ["f4", byte[] { Length: 4 } bytes] => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ["i8", byte[] { Length: 8 } bytes] => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        _ => throw Wrong("numpy number"),
    };

    private static object Encode(object?[] arguments) => arguments is [string text, "latin1"] && text.All(c => c <= 0xff)
        ? Encoding.Latin1.GetBytes(text)
        : throw Wrong("text encoding");

    private static PickleException Wrong(string what) => PickleException.Malformed($"a {what} is not built as expected");
}
