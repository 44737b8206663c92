using System.Collections.Immutable;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>A view into a storage: elements from <paramref name="Offset"/> on, row by row.</summary>
/// <param name="Storage">Where the elements are.</param>
/// <param name="Offset">Index of the first element.</param>
/// <param name="Shape">Extent of each dimension.</param>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, ImmutableArray<long> Shape)
{
    /// <summary>The tensor under a name; its bytes are those of the file.</summary>
    public NamedTensor ToNamed(string name)
    {
        long elements = Shape.Aggregate(1L, (product, extent) => product * extent);
        int size = Storage.Type.Size();
        return new NamedTensor(name, Storage.Type, Shape, Storage.Data.Slice((int)(Offset * size), (int)(elements * size)));
    }
}
