using System.Runtime.InteropServices;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Estimators;

/// <summary>Makes tensors of arrays.</summary>
internal static class TensorWriter
{
    public static NamedTensor Of(string name, float[] values) => NamedTensor.From(name, values, values.Length);

    public static NamedTensor Of(string name, int[] values) =>
        new(name, DType.I32, [values.Length], MemoryMarshal.AsBytes<int>(values).ToArray());

    public static NamedTensor Of(string name, byte[] values) => new(name, DType.U8, [values.Length], values);
}
