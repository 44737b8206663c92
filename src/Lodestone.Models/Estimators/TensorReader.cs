using System.Runtime.InteropServices;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Models.Estimators;

/// <summary>Reads the tensors of a part of a model file as arrays.</summary>
/// <param name="tensors">All tensors of the file.</param>
/// <param name="prefix">What stands before the names of those of the part.</param>
/// <param name="source">How messages name the file.</param>
public sealed class TensorReader(IReadOnlyDictionary<string, NamedTensor> tensors, string prefix, string source)
{
    /// <summary>The tensors of a part of this part.</summary>
    /// <param name="part">What stands before their names.</param>
    public TensorReader Part(string part) => new(tensors, prefix + part, source);

    /// <summary>Whether there is a tensor of this name.</summary>
    public bool Has(string name) => tensors.ContainsKey(prefix + name);

    /// <summary>The numbers of a tensor of single precision.</summary>
    /// <exception cref="InputException">There is no such tensor.</exception>
    public float[] Singles(string name) => MemoryMarshal.Cast<byte, float>(Data(name, DType.F32)).ToArray();

    /// <summary>The numbers of a tensor of 32-bit integers.</summary>
    /// <exception cref="InputException">There is no such tensor.</exception>
    public int[] Integers(string name) => MemoryMarshal.Cast<byte, int>(Data(name, DType.I32)).ToArray();

    /// <summary>The bytes of a tensor of bytes.</summary>
    /// <exception cref="InputException">There is no such tensor.</exception>
    public byte[] Bytes(string name) => Data(name, DType.U8).ToArray();

    /// <summary>An error for tensors that contradict each other.</summary>
    /// <param name="cause">What was found.</param>
    public InputException Contradiction(Exception? cause = null) =>
        new($"{source} cannot be used: the tensors '{prefix}…' contradict each other; train the model again.", cause);

    private ReadOnlySpan<byte> Data(string name, DType type)
    {
        if (!tensors.TryGetValue(prefix + name, out NamedTensor? tensor))
            throw new InputException($"{source} lacks the tensor '{prefix}{name}' of its architecture.");
        if (tensor.Type != type)
            throw new InputException($"{source} holds a tensor '{prefix}{name}' of {tensor.Type.Name()}; its architecture asks for {type.Name()}.");
        return tensor.Data.Span;
    }
}
