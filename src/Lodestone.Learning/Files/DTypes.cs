using System.Collections.Frozen;
using TorchSharp;

namespace Lodestone.Learning.Files;

/// <summary>Names, sizes and torch types of <see cref="DType"/>.</summary>
public static class DTypes
{
    private static readonly (DType Type, string Name, int Size, torch.ScalarType Torch)[] Table =
    [
        (DType.F64, "F64", 8, torch.ScalarType.Float64),
        (DType.F32, "F32", 4, torch.ScalarType.Float32),
        (DType.F16, "F16", 2, torch.ScalarType.Float16),
        (DType.I64, "I64", 8, torch.ScalarType.Int64),
        (DType.I32, "I32", 4, torch.ScalarType.Int32),
        (DType.I16, "I16", 2, torch.ScalarType.Int16),
        (DType.I8, "I8", 1, torch.ScalarType.Int8),
        (DType.U8, "U8", 1, torch.ScalarType.Byte),
        (DType.Bool, "BOOL", 1, torch.ScalarType.Bool),
    ];

    private static readonly FrozenDictionary<string, DType> ByName = Table.ToFrozenDictionary(row => row.Name, row => row.Type);
    private static readonly FrozenDictionary<torch.ScalarType, DType> ByTorch = Table.ToFrozenDictionary(row => row.Torch, row => row.Type);

    /// <summary>The name in a safetensors header, such as <c>F32</c>.</summary>
    public static string Name(this DType type) => Table[(int)type].Name;

    /// <summary>Bytes an element.</summary>
    public static int Size(this DType type) => Table[(int)type].Size;

    /// <summary>The torch type.</summary>
    public static torch.ScalarType ToTorch(this DType type) => Table[(int)type].Torch;

    /// <summary>The type of a torch type.</summary>
    /// <exception cref="NotSupportedException">Tensors of this type cannot be stored.</exception>
    public static DType FromTorch(torch.ScalarType type) =>
        ByTorch.TryGetValue(type, out DType found) ? found : throw new NotSupportedException($"A tensor of type {type} cannot be stored.");

    /// <summary>Finds a type by its name in a safetensors header.</summary>
    public static bool TryParse(string name, out DType type) => ByName.TryGetValue(name, out type);
}
