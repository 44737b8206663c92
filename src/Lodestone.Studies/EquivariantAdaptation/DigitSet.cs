using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>Images of digits.</summary>
/// <param name="Images">From 0 to 1: [rows, 1, 28, 28].</param>
/// <param name="Labels">[rows], Int64.</param>
public sealed record DigitSet(Tensor Images, Tensor Labels)
{
    /// <summary>Number of images.</summary>
    public int Count => (int)Labels.numel();
}
