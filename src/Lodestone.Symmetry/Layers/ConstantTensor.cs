using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Layers;

/// <summary>A tensor that never changes, kept in double precision and once in each type of numbers that is asked for.</summary>
/// <param name="exact">The tensor, Float64; it leaves its dispose scope.</param>
internal sealed class ConstantTensor(Tensor exact)
{
    private readonly ConcurrentDictionary<ScalarType, Tensor> _copies = new() { [float64] = exact.DetachFromDisposeScope() };

    public long Count => _copies[float64].shape[0];

    public Tensor As(ScalarType type) => _copies.GetOrAdd(type, _ => _copies[float64].to_type(type).DetachFromDisposeScope());
}
