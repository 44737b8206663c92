using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Learning.Files;

/// <summary>
/// The content of a safetensors file: named tensors and a table of texts. The same content always makes the same bytes.
/// </summary>
/// <remarks>
/// Format (github.com/huggingface/safetensors): the length of the header as a little-endian 64-bit integer; the header, a JSON object of
/// <c>name: {"dtype", "shape", "data_offsets"}</c> with an optional <c>__metadata__</c> of texts; then the bytes of the tensors without a gap.
/// </remarks>
public sealed class SafeTensors
{
    /// <summary>Gathers tensors for a file.</summary>
    /// <exception cref="ArgumentException">Two tensors have the same name, or one has the reserved name <c>__metadata__</c>.</exception>
    public SafeTensors(IEnumerable<NamedTensor> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        Tensors = tensors.ToImmutableSortedDictionary(tensor => tensor.Name, tensor => tensor, StringComparer.Ordinal);
        Metadata = (metadata ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal);
        if (Tensors.ContainsKey(SafeTensorsHeader.MetadataKey))
            throw new ArgumentException($"A tensor cannot be named '{SafeTensorsHeader.MetadataKey}'.", nameof(tensors));
    }

    /// <summary>The tensors by name.</summary>
    public ImmutableSortedDictionary<string, NamedTensor> Tensors { get; }

    /// <summary>The texts of <c>__metadata__</c>.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; }

    /// <summary>Reads a file as a whole.</summary>
    /// <exception cref="InputException">There is no such file, it cannot be read, or it is no well-formed safetensors file.</exception>
    public static SafeTensors Read(string path) => Parse(WholeFile.Read(path), path);

    /// <summary>Reads the bytes of a file; the tensors keep them.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">It is no well-formed safetensors file.</exception>
    public static SafeTensors Parse(ReadOnlyMemory<byte> file, string source) => SafeTensorsReader.Parse(file, source);

    /// <summary>The bytes of the file. Tensors with wide elements come first, so that every tensor is aligned to its element size.</summary>
    public byte[] ToBytes()
    {
        NamedTensor[] order =
            [.. Tensors.Values.OrderByDescending(tensor => tensor.Type.Size()).ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        byte[] header = SafeTensorsHeader.Write(order, Metadata);
        byte[] file = new byte[header.Length + order.Sum(tensor => (long)tensor.Data.Length)];
        header.CopyTo(file, 0);
        int position = header.Length;
        foreach (NamedTensor tensor in order)
        {
            tensor.Data.Span.CopyTo(file.AsSpan(position));
            position += tensor.Data.Length;
        }
        return file;
    }
}
