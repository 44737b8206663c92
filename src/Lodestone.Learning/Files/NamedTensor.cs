using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Lodestone.Learning.Files;

/// <summary>A tensor outside torch: a name, a type, a shape and its elements as little-endian bytes in row-major order.</summary>
public sealed class NamedTensor
{
    /// <summary>Makes a tensor of bytes, which are kept, not copied.</summary>
    /// <param name="name">Its name in the file.</param>
    /// <param name="type">Type of an element.</param>
    /// <param name="shape">Extent of each dimension; empty for a scalar.</param>
    /// <param name="data">The elements; as many bytes as type and shape ask for.</param>
    /// <exception cref="ArgumentException">The bytes do not fit the shape.</exception>
    public NamedTensor(string name, DType type, ImmutableArray<long> shape, ReadOnlyMemory<byte> data)
    {
        if (ByteCount(type, shape) != data.Length)
            throw new ArgumentException($"{data.Length} bytes do not make a tensor of {type.Name()} [{string.Join(", ", shape)}].", nameof(data));
        Name = name;
        Type = type;
        Shape = shape;
        Data = data;
    }

    /// <summary>Its name in the file.</summary>
    public string Name { get; }

    /// <summary>Type of an element.</summary>
    public DType Type { get; }

    /// <summary>Extent of each dimension; empty for a scalar.</summary>
    public ImmutableArray<long> Shape { get; }

    /// <summary>The elements, little-endian, row-major.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Copies a torch tensor.</summary>
    /// <exception cref="NotSupportedException">Tensors of its type cannot be stored.</exception>
    public static NamedTensor From(string name, torch.Tensor tensor)
    {
        DType type = DTypes.FromTorch(tensor.dtype);
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        return new NamedTensor(name, type, [.. tensor.shape], tensor.detach().cpu().contiguous().bytes.ToArray());
    }

    /// <summary>Copies an array of numbers.</summary>
    public static NamedTensor From(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        new(name, DType.F32, [.. shape], MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The same tensor under another name; the bytes are shared.</summary>
    public NamedTensor Rename(string name) => new(name, Type, Shape, Data);

    /// <summary>A new torch tensor with these elements.</summary>
    public torch.Tensor ToTensor()
    {
        torch.Tensor tensor = torch.empty(Shape.ToArray(), Type.ToTorch());
        Data.Span.CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>The elements of a tensor of <see cref="DType.F32"/>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public ReadOnlySpan<float> AsSingles() => Type == DType.F32
        ? MemoryMarshal.Cast<byte, float>(Data.Span)
        : throw new InvalidOperationException($"The tensor '{Name}' holds {Type.Name()}, not F32.");

    /// <summary>Bytes that a tensor takes; null where a shape is negative or the count overflows.</summary>
    internal static long? ByteCount(DType type, ImmutableArray<long> shape)
    {
        Int128 bytes = type.Size();
        foreach (long extent in shape)
        {
            if (extent < 0) return null;
            bytes *= extent;
            if (bytes > long.MaxValue) return null;
        }
        return (long)bytes;
    }
}
