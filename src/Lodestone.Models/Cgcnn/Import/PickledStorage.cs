using Lodestone.Learning.Files;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>The memory that tensors of a torch file share; its bytes follow the pickled object.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">Type of an element.</param>
/// <param name="Count">Number of elements.</param>
internal sealed record PickledStorage(string Key, DType Type, long Count)
{
    /// <summary>The elements, little-endian; empty until they are read.</summary>
    public ReadOnlyMemory<byte> Data { get; set; }
}
